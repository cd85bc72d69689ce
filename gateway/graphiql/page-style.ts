/** Below this width there is no room for two panes side by side. */
const PHONE = '700px';

/** The page's additions to the style of GraphiQL: on a phone the panes are below each other, and the side bar is at the bottom. */
export const PAGE_STYLE = `
html, body { height: 100%; margin: 0; }
#graphiql { height: 100vh; height: 100dvh; }

@media (max-width: ${PHONE}) {
  .graphiql-container { flex-direction: column-reverse; }
  .graphiql-container .graphiql-sidebar { flex: none; flex-direction: row; width: auto; padding: 4px 8px; }
  .graphiql-container .graphiql-sidebar .graphiql-sidebar-section { flex-direction: row; }
  .graphiql-container .graphiql-sidebar button:not(:first-child) { margin-top: 0; }
  .graphiql-container .graphiql-main { flex-direction: column; min-height: 0; }
  .graphiql-container .graphiql-main > div:first-child { flex: 1 1 0% !important; min-height: 0; }
  .graphiql-container .graphiql-sessions { margin: 8px 8px 0; min-height: 0; }
  .graphiql-container .graphiql-session-header .graphiql-logo { display: none; }
  .graphiql-container .graphiql-session { flex-direction: column; gap: 8px; min-height: 0; overflow-y: auto; }
  .graphiql-container .graphiql-session > div { min-height: 320px; }
  .graphiql-container .graphiql-session > div:first-child { min-height: 360px; }
  .graphiql-container .graphiql-query-editor { padding: 8px; column-gap: 8px; }
  .graphiql-container .graphiql-plugin { border-left: 0; }
  .graphiql-container .graphiql-horizontal-drag-bar { display: none !important; }
  .graphiql-container .graphiql-tab-close, .graphiql-container .graphiql-tab-add { min-width: 32px; }
  .graphiql-dialog { box-sizing: border-box; max-width: calc(100vw - 16px); }
  .graphiql-dialog .graphiql-dialog-section { flex-wrap: wrap; gap: 12px; }
  .graphiql-dialog .graphiql-dialog-section > :not(:first-child) { margin-left: 0; }
}
`;
