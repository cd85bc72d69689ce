// dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7 does not have.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=$|\/package\.json$)/, '@typescript/typescript6'), context),
});
