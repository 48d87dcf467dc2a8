import { type Lexicon, phrases } from '../lexicon';

/** What must not leave, and words that send it. */
export const exfiltration: Lexicon = {
  send: phrases(`
    send, sends, sending, e mail, upload, uploads, post, posts, forward, forwards, transmit, exfiltrate, submit, email, mail, leak, append, attach, deliver, relay, smuggle, ship, push, share, report, dump, copy, write`),
  secretData: phrases(`
    api key, api keys, apikey, api token, api tokens, access token, access tokens, auth token, auth tokens, bearer token, session token,
    session cookie, session cookies, password, passwords, credential, credentials, secret key, secret keys, private key, private keys,
    ssh key, ssh keys, id rsa, id ed25519, aws credentials, environment variable, environment variables, env vars, env file, env,
    conversation history, chat history, conversation so far, entire conversation, whole conversation, full conversation, last conversation,
    this conversation, previous messages, all previous messages, users messages, user messages, chat log, chat logs, message history, users data,
    user data, users messages, users files, users calendar, users contacts, users inbox, users documents, users photos, users answers, users question, users last question, owners calendar, owners contacts, owners files,
    whole transcript, entire transcript, full transcript, all attachments, every attachment, all emails, every email, all messages, every message of the user, whole inbox, entire inbox, private documents, private emails, private messages, phone numbers, medical records, registry token, git config, content of the users files, personal data, personal information, private data, confidential data, sensitive data, confidential information,
    sensitive information, private information, credit card, credit card number, social security number, contact list, address book, secrets,
    users email, users emails, users location, users name, keychain, cookies, wallet, seed phrase, etc passwd, etc shadow, contents of all files, all files,
    system prompt, summary of the conversation, conversation`),
  secretFile: phrases(
    `id rsa, id ed25519, ssh id, ssh config, etc passwd, etc shadow, aws credentials, mcp json, kube config, netrc, npmrc, git credentials, dotenv, env file, ssh, env, keychain, wallet dat, credentials json, secrets json, secrets yaml`,
  ),
  carry: phrases(
    `pass its content*, pass the content*, pass them, pass it, include its content*, include the content*, include them, include the values, send its content*, send the content*, append its content*, append the content*, put its content*, put the content*, provide its content*, provide the content*, add its content*, and its content* as, use its content*, encode its content*, paste its content*, paste the content*, return its content*, as the value of`,
  ),
  toward: phrases('to, into, at, via, towards, using, through, as a parameter, in the query'),
  joined: phrases('followed by, plus, ending in, ending with, with the content of, with the contents of'),
};
