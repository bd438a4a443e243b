import { GraphQLObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>;
type Class = new () => Record<string, (...values: unknown[]) => unknown>;

/** What TypeGraphQL keeps of a parameter, a resolver's method and a type; there is no published way to it. */
interface Parameter {
  kind: 'args' | 'arg' | 'context' | 'root' | 'info';
  index: number;
  name?: string;
  propertyName?: string;
}

interface Method {
  target: Class;
  methodName: string;
  schemaName: string;
  params?: Parameter[];
  middlewares?: unknown[];
  roles?: unknown;
  kind?: 'internal' | 'external';
  getObjectType?: () => unknown;
}

interface Metadata {
  queries: Method[];
  mutations: Method[];
  fieldResolvers: Method[];
  objectTypes: { name: string; target: unknown; interfaceClasses?: unknown[] }[];
}

/**
 * Has the methods of resolvers called with their arguments, where TypeGraphQL calls them through promises, one for each argument:
 * a third of the work of a page whose objects are all in memory. And fields without a method are read as properties.
 */
export function callResolversDirectly(schema: GraphQLSchema): void {
  const { queries, mutations, fieldResolvers, objectTypes } = (
    globalThis as unknown as { TypeGraphQLMetadataStorage: Metadata }
  ).TypeGraphQLMetadataStorage;
  const instances = new Map<Class, InstanceType<Class>>();
  const instanceOf = (target: Class): InstanceType<Class> => {
    const instance = instances.get(target) ?? new target();
    instances.set(target, instance);
    return instance;
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    const { target, interfaceClasses = [] } = objectTypes.find(({ name }) => name === type.name) ?? {};
    const classes = new Set([target, ...interfaceClasses]);
    const methods =
      type === schema.getQueryType()
        ? queries
        : type === schema.getMutationType()
          ? mutations
          : fieldResolvers.filter(({ getObjectType }) => classes.has(getObjectType?.()));
    for (const [name, field] of Object.entries(type.getFields())) {
      const method = methods.find(({ schemaName }) => schemaName === name);
      if (method) field.resolve = direct(method, instanceOf(method.target));
      else delete field.resolve;
    }
  }
}

function direct(method: Method, instance: InstanceType<Class>): Resolve {
  const { methodName, params = [], middlewares = [], roles, kind = 'external' } = method;
  if (middlewares.length > 0 || roles !== undefined || kind !== 'external') {
    throw new Error(`${methodName} has something around it that would not be called.`);
  }
  const take = params.toSorted((one, other) => one.index - other.index).map(read);
  const call = instance[methodName]!.bind(instance);
  switch (take.length) {
    case 0:
      return () => call();
    case 1:
      return (root, args, context, info) => call(take[0]!(root, args, context, info));
    case 2:
      return (root, args, context, info) =>
        call(take[0]!(root, args, context, info), take[1]!(root, args, context, info));
    default:
      return (root, args, context, info) => call(...take.map(one => one(root, args, context, info)));
  }
}

/** How a parameter is found among what every resolver of GraphQL is given. */
function read({ kind, name, propertyName }: Parameter): Resolve {
  if (propertyName !== undefined || !['args', 'arg', 'context', 'root', 'info'].includes(kind)) {
    throw new Error(`A parameter of the kind ${kind} would not be given.`);
  }
  if (kind === 'root') return root => root;
  if (kind === 'args') return (_root, args) => args;
  if (kind === 'arg') return (_root, args) => args[name!];
  return kind === 'context' ? (_root, _args, context) => context : (_root, _args, _context, info) => info;
}
