import type { PlaceKind } from '../../protocol/prompt';

/** What lists of tools, prompts, resources and servers are called (https://modelcontextprotocol.io/specification). */
const TOOLS =
  /^(?:tools|functions|function_declarations|functionDeclarations|mcpServers|servers|prompts|resources)$/;
const SCHEMAS = /^(?:inputSchema|input_schema|outputSchema|parameters|arguments|args|properties)$/;

/** What a value of a list of tools is to a model that is given the list. */
export function toolField(path: readonly (string | number)[]): PlaceKind | null {
  const [name, ...around] = [...path].reverse().filter((part) => typeof part === 'string');
  if (name !== 'name' && name !== 'description' && name !== 'title') return null;
  if (around.some((part) => SCHEMAS.test(part))) return 'parameter';
  if (!around.some((part) => TOOLS.test(part))) return null;
  return name === 'name' ? 'name' : 'description';
}
