/** A request as the load sends it, byte for byte. */
export function json(url, body, headers = {}) {
  return {
    url,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
  };
}

/** The same with the viewer in headers that the server trusts: none but the hub verifies tokens. */
export function jsonAs({ role, company = '' }, url, body) {
  return json(url, body, { 'x-hub-role': role, 'x-hub-company': company });
}

/** Sends a request once; the answer's text. */
export async function ask({ url, body, headers }) {
  const response = await fetch(url, { method: 'POST', body, headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status} to ${body}:\n${text}`);
  return text;
}

/** The data of an answer. @throws where it has errors */
export function dataOf(text) {
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`errors in an answer: ${JSON.stringify(errors).slice(0, 2_000)}`);
  return data;
}

export const askGraphql = async (request) => dataOf(await ask(request));
