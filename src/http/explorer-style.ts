/** The bar above GraphiQL, and GraphiQL on a phone: what stands side by side on a desk is stacked. */
export const explorerStyle = `
:root { color-scheme: light dark; }
html, body { height: 100%; margin: 0; overflow: hidden; }
body { display: flex; flex-direction: column; background: light-dark(#fff, #212a3b); color: light-dark(#1f2937, #e5e7eb);
  font: 0.9375rem/1.4 system-ui, sans-serif; }
header { display: flex; align-items: center; gap: 1rem; padding: 0.5rem 1rem;
  border-bottom: 1px solid light-dark(#e5e7eb, #374151); }
header strong a { color: inherit; text-decoration: none; }
header nav { display: flex; gap: 1rem; margin-left: auto; }
header a { color: light-dark(#b4232a, #ff9b94); }
details { position: relative; }
summary { cursor: pointer; padding: 0.375rem 0.75rem; border: 1px solid light-dark(#d1d5db, #4b5563); border-radius: 0.375rem; }
details ul { position: absolute; z-index: 20; top: 100%; left: 0; margin: 0.25rem 0 0; padding: 0.375rem; list-style: none;
  width: max-content; max-width: min(32rem, 80vw); max-height: 70vh; overflow: auto; border-radius: 0.5rem;
  background: light-dark(#fff, #1f2937); border: 1px solid light-dark(#d1d5db, #4b5563); box-shadow: 0 0.5rem 2rem #0003; }
details li a { display: block; padding: 0.5rem 0.75rem; border-radius: 0.25rem; text-decoration: none; color: inherit; }
details li a:hover, details li a:focus { background: light-dark(#f3f4f6, #374151); }
#graphiql { flex: 1; min-height: 0; position: relative; }
#graphiql .graphiql-container { height: 100%; }
#graphiql .graphiql-logo { display: none; }
@media (max-width: 45rem) {
  header { gap: 0.75rem; padding: 0.5rem 0.75rem; }
  #graphiql .graphiql-container > .graphiql-container { flex-direction: column-reverse; }
  #graphiql .graphiql-sidebar { flex: none; flex-direction: row; width: auto; padding: 0.25rem 0.5rem; }
  #graphiql .graphiql-sidebar > button { margin-top: 0 !important; }
  #graphiql .graphiql-main { flex-direction: column; min-height: 0; overflow: hidden; }
  #graphiql .graphiql-sessions { margin: 0; border-radius: 0; }
  #graphiql #graphiql-session { flex-direction: column; min-height: 0; overflow: hidden; }
  #graphiql #graphiql-session > .graphiql-horizontal-drag-bar { display: none; }
}
`;
