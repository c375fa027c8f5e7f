import ts from "typescript";

const path = "src/booking/actions/actions.ts";
const program = ts.createProgram([path], {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  strict: true,
});
const checker = program.getTypeChecker();

/** By action, the kinds of its outcome as its union has them, from the first to the last. */
export function outcomeKinds(): Record<string, readonly string[]> {
  const actions = declarationOf("Actions");
  const kinds: Record<string, readonly string[]> = {};
  for (const action of checker.getDeclaredTypeOfSymbol(actions).getProperties()) {
    const module = checker.getTypeOfSymbol(action).getProperty("decide");
    const decide = module && checker.getTypeOfSymbol(module).getCallSignatures()[0];
    const outcome = decide?.getReturnType().aliasSymbol;
    kinds[action.name] = outcome === undefined ? [] : kindsOfSymbol(outcome);
  }
  return kinds;
}

function declarationOf(name: string): ts.Symbol {
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  if (found === undefined) throw new Error(`${path} exports no ${name}.`);
  return found;
}

/** The type of the checker has an order of its own, so that of the declaration is read. */
function kindsOf(type: ts.TypeNode): readonly string[] {
  if (ts.isParenthesizedTypeNode(type)) return kindsOf(type.type);
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return type.types.flatMap(kindsOf);
  if (ts.isTypeLiteralNode(type)) return kindsOfMembers(type.members);
  if (!ts.isTypeReferenceNode(type)) return [];
  const [from, without] = type.typeArguments ?? [];
  if (type.typeName.getText() === "Exclude" && from !== undefined && without !== undefined)
    return kindsOf(from).filter((kind) => !kindsOf(without).includes(kind));
  const symbol = checker.getSymbolAtLocation(type.typeName);
  return symbol === undefined ? [] : kindsOfSymbol(symbol);
}

function kindsOfSymbol(name: ts.Symbol): readonly string[] {
  const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
  return (symbol.declarations ?? []).flatMap((declaration) => {
    if (ts.isTypeAliasDeclaration(declaration)) return kindsOf(declaration.type);
    return ts.isInterfaceDeclaration(declaration) ? kindsOfMembers(declaration.members) : [];
  });
}

function kindsOfMembers(members: readonly ts.TypeElement[]): readonly string[] {
  const kind = members.find((member) => member.name?.getText() === "kind");
  if (kind === undefined || !ts.isPropertySignature(kind) || kind.type === undefined) return [];
  const type = checker.getTypeFromTypeNode(kind.type);
  return type.isStringLiteral() ? [type.value] : [];
}
