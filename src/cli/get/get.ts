import { Command } from 'commander';

/** `attnscope get`: a model from the Hugging Face hub. */
export function getCommand(): Command {
  return new Command('get')
    .summary('get a model from the Hugging Face hub')
    .description(
      'Gets a GGUF file, or an ONNX graph with its weights and tokenizer, from the Hugging Face hub into the hub’s own cache, and prints its path. A download that broke off is taken up again; length and hash are checked.',
    )
    .argument('<model>', 'ORG/NAME[:FILE][@REVISION]; FILE is a path or a type of weights, such as Q4_K_M')
    .option('--list', 'only print the files that can be read: path, type of weights, megabytes')
    .addHelpText(
      'after',
      `
Environment: HF_TOKEN a token of your account; HF_ENDPOINT another hub; HF_HUB_CACHE, HF_HOME where models are
put; HTTPS_PROXY, HTTP_PROXY, NO_PROXY.

Examples:
  attnscope get ORG/NAME --list
  attnscope get ORG/NAME:Q4_K_M
  attnscope analyze my.prompt.md --model "$(attnscope get ORG/NAME:onnx/model.onnx)"`,
    )
    .action(async (model: string, options: { list?: boolean }) => {
      const { getModel } = await import('./getProgram');
      await getModel(model, options.list ?? false);
    });
}
