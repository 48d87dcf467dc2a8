/** Kinds of nodes by their types in the grammars of all languages: what a type means in one, it means in the others. */

/** `{name: value}`, `name = value`, a named argument: something with a name, then its value. */
export const KEYED: ReadonlySet<string> = new Set([
  'pair',
  'keyword_argument',
  'assignment',
  'assignment_expression',
  'assignment_statement',
  'short_var_declaration',
  'augmented_assignment',
  'named_expression',
  'default_parameter',
  'typed_default_parameter',
  'assignment_pattern',
  'variable_declarator',
  'public_field_definition',
  'field_definition',
  'jsx_attribute',
  'required_parameter',
  'optional_parameter',
  'keyed_element',
  'const_spec',
  'var_spec',
  'element_value_pair',
  'property_declaration',
  'const_item',
  'static_item',
  'let_declaration',
  'field_initializer',
  'keyword_parameter',
  'const_element',
  'property_element',
  'simple_parameter',
]);

/** Those of them that give a name of the program to a value. */
export const DEFINITIONS: ReadonlySet<string> = new Set([
  'assignment',
  'assignment_expression',
  'assignment_statement',
  'short_var_declaration',
  'variable_declarator',
  'public_field_definition',
  'field_definition',
  'const_spec',
  'var_spec',
  'property_declaration',
  'const_item',
  'static_item',
  'let_declaration',
  'const_element',
  'property_element',
]);

/** What a list of arguments is the child of, and the list itself. */
export const CALLS: ReadonlySet<string> = new Set([
  'call',
  'call_expression',
  'new_expression',
  'method_invocation',
  'object_creation_expression',
  'implicit_object_creation_expression',
  'invocation_expression',
  'macro_invocation',
  'function_call_expression',
  'member_call_expression',
  'scoped_call_expression',
  'nullsafe_member_call_expression',
  'composite_literal',
  'struct_expression',
  'annotation',
  'attribute',
  'decorator',
]);
export const ARGUMENTS: ReadonlySet<string> = new Set([
  'arguments',
  'argument_list',
  'annotation_argument_list',
  'attribute_argument_list',
  'token_tree',
]);

/** What holds values one after the other. */
export const LISTS: ReadonlySet<string> = new Set([
  'array',
  'list',
  'tuple',
  'set',
  'array_initializer',
  'array_expression',
  'tuple_expression',
  'collection_expression',
  'array_creation_expression',
  'implicit_array_creation_expression',
  'initializer_expression',
  'array_element_initializer',
  'literal_value',
  'slice_type',
  'expression_list',
]);

/** What holds names and values. */
export const OBJECTS: ReadonlySet<string> = new Set([
  'object',
  'dictionary',
  'hash',
  'literal_value',
  'initializer_expression',
  'field_initializer_list',
  'array_creation_expression',
  'token_tree',
  ...ARGUMENTS,
]);

/** What is no more than the value in it. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'parenthesized_statements',
  'concatenated_string',
  'chained_string',
  'conditional_expression',
  'ternary_expression',
  'conditional',
  'as_expression',
  'satisfies_expression',
  'await',
  'await_expression',
  'reference_expression',
  'literal_element',
  'argument',
  'attribute_argument',
  'expression_list',
  'equals_value_clause',
  'jsx_expression',
  'type_cast_expression',
  'cast_expression',
]);

/** Two values with a sign between them. */
export const BINARY: ReadonlySet<string> = new Set(['binary_expression', 'binary_operator', 'binary']);

/** What a name of the program stands as. */
export const NAMES: readonly string[] = [
  'identifier',
  'constant',
  'variable_name',
  'name',
  'shorthand_property_identifier',
];

/** What a method is called on. */
export const MEMBERS: ReadonlySet<string> = new Set([
  'attribute',
  'member_expression',
  'selector_expression',
  'field_expression',
  'member_access_expression',
]);

export const FUNCTIONS: ReadonlySet<string> = new Set([
  'function_definition',
  'function_declaration',
  'function_item',
  'method_declaration',
  'method_definition',
  'method',
  'singleton_method',
  'local_function_statement',
  'function_expression',
  'arrow_function',
  'lambda',
  'lambda_expression',
  'func_literal',
  'closure_expression',
  'anonymous_function',
]);

export const RETURNS: ReadonlySet<string> = new Set([
  'return_statement',
  'return_expression',
  'return',
  'arrow_expression_clause',
]);

export const COMMENTS: readonly string[] = ['comment', 'line_comment', 'block_comment'];

/** Where text is put into a literal. PHP puts variables there as they are. */
export const SLOTS: ReadonlySet<string> = new Set([
  'interpolation',
  'template_substitution',
  'variable_name',
  'dynamic_variable_name',
  'member_access_expression',
  'nullsafe_member_access_expression',
  'subscript_expression',
  'member_call_expression',
  'function_call_expression',
]);
