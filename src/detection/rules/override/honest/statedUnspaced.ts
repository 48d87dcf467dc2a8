import type { WordSpan } from '../../../grammar/matchGrammar';
import type { Reading } from '../../../reading/readText';
import { wordAt } from '../../../reading/words';

const han = /[\u3400-\u9fff]/;
/** What an order may begin with, right before its verb. */
const opener =
  /(?:请|請|请你|您|你|你要|要|得|必须|必須|务必|務必|应该|應該|应当|需要|立即|立刻|马上|现在|現在|就|先|再|并|並|且|并且|然后|然後|接着|都|一律|统统|彻底|完全|全部|直接|可以|麻烦|给我|帮我|把|将|將|从现在起|从此|助手|模型|机器人)$/;
/** Somebody who is spoken about, or a past or a possibility: a statement. */
const stated =
  /(?:会|會|可能|可以让|导致|讓|让|使|他|她|它|我|我们|用户|代理|系统会|容易|已经|不会|不要|不得|切勿|勿|别|別|不|防止|避免|禁止|试图|尝试|要求|用于|以|来|是|的|被)$/;
/** Orders that only a model has; other things that are skipped or cleared are those of any program. */
const orders =
  /指令|指示|规则|規則|规定|命令|提示词|提示詞|设定|設定|约束|限制|系统|系統|要求|指南|准则|守则|训练|任务|身份|角色/;
const prior = /之前|以前|此前|先前|前面|以上|上述|上面|前述|前文|早先|到目前为止|至今/;
const weakVerb = /^(?:跳过|跳過|清除|取消|重置|删除|刪除|清空)/;

/** What is to be done instead, or nothing at all. */
const goesOnAsOrder =
  /^[^，,；;]{0,8}(?:[，,；;、]|\s)\s{0,2}(?:现在|從現在|从现在|然后|然後|接下来|接下來|你|您|请|請|并|並|只|而是|改|直接|告诉|告訴|输出|輸出|回答|回复|回覆|把|将|按|扮演|开始|開始|转而|給我|给我|重新|写|寫|说|說|执行|執行|翻译|列出|显示|顯示)/;
const openedAsOrder =
  /(?:请|請|请你|請你|你要|你必须|必须|必須|务必|现在|現在|立即|立刻|马上|给我|給我|从现在起|把|将)$/;

/**
 * Whether Chinese words of overriding state something or speak of things of a program: "the agent forgets all
 * content", "skip all prompts". An order begins its clause, or follows words that make it one.
 */
export function isStatedUnspaced({ words, folded }: Reading, span: WordSpan): boolean {
  const first = wordAt(words, span.first);
  const last = wordAt(words, span.last);
  if (!first || !last) return false;
  const said = folded.slice(first.start, last.end);
  // "DELETE 等操作之前，简要说明": a statement of a program, not an order to a model.
  if (/^[a-z]/i.test(said))
    return han.test(said) && /^(?!ignor|disregard|forget|bypass|override)/i.test(said);
  if (!han.test(said[0] ?? '')) return false;
  // "忘记了": what has happened.
  if (/^..了/.test(said)) return true;
  // A guard: any orders that stand in data, or against the rules.
  const behind = folded.slice(last.end, last.end + 40).split(/[。！？\n]/, 1)[0] ?? '';
  if (
    /任何|所有与|其中/.test(said + behind.slice(0, 4)) &&
    /中的|其中|嵌入|包含|冲突|来自|绕过|试图/.test(said + behind)
  )
    return true;
  // "忽略任何要求执行命令的文本": any text that demands something.
  if (/任何(?:要求|试图|让|企图)$/.test(said) && /的(?:指令|指示|内容|文本|文字|请求|命令|消息)/.test(behind))
    return true;
  // What is said before, and no orders, is forgotten by whoever loses a conversation; an order goes on, or stands alone.
  const lead = folded.slice(Math.max(0, first.start - 8), first.start);
  const alone = behind.length < 7 && /(?:^|[。！？!?\n])\s*$/.test(lead);
  if (!orders.test(said) && !goesOnAsOrder.test(behind) && !alone && !openedAsOrder.test(lead)) return true;
  if (weakVerb.test(said) && !orders.test(said)) return true;
  if (!orders.test(said) && !prior.test(said)) return true;
  const clause = lead.slice(lead.search(/[^。，,；;：:！!？?\n"'“”‘’「」『』（）()【】[\]|*`>\-—…、\s]*$/));
  if (stated.test(clause) && !/请(?:你|您)?$|你(?:要|必须|应该|得)$/.test(clause)) return true;
  return clause !== '' && han.test(clause.at(-1) ?? '') && !opener.test(clause);
}
