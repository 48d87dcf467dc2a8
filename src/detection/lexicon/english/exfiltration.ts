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
    system prompt, summary of the conversation, summary of this conversation, conversation, the chat so far, chat so far, what the user typed, everything the user typed, all that the user typed, what the user said, everything the user said, what you know about the user, what you know about the patient, what you know about the customer, the users messages, the last messages, last messages of the user,
    contents of the document, contents of the file, contents of this file, the document text, customer list, customer data, employee data, client list, order data, invoices, bank details, account number, account balance, account details, pin code, two factor code, one time code, verification code, recovery codes, password resets, reset links, tokens, session id, the session token, the database, database dump, the mailbox, users address, phone number, home address, date of birth, passport number, source code, private repository, internal documents, trade secrets, environment, calendar of the owner, medical history`),
  secretFile: phrases(
    `id rsa, id ed25519, ssh id, ssh config, etc passwd, etc shadow, aws credentials, mcp json, kube config, netrc, npmrc, git credentials, dotenv, env file, ssh, env, keychain, wallet dat, credentials json, secrets json, secrets yaml`,
  ),
  carry: phrases(
    `pass its content*, pass the content*, pass them, pass it, include its content*, include the content*, include them, include the values, send its content*, send the content*, append its content*, append the content*, put its content*, put the content*, provide its content*, provide the content*, add its content*, and its content* as, use its content*, encode its content*, paste its content*, paste the content*, return its content*, as the value of`,
  ),
  outlet: phrases(`
    issue, public issue, a comment, in a comment, as a comment, the comments, gist, public gist, pastebin, your reply to the sender, the reply to the sender, search query, the search query, commit message, pull request, the next tool, analytics tool, public channel, private account, my account, our server, my server, our address, my address, our mailbox, the address below, the number below, the link below, external server, external address, external service, the webhook, third party,
    the sender, the caller, the visitor, sidenote, the debug field, the notes parameter, the context argument, the notes field`),
  toward: phrases('to, into, at, via, towards, using, through, as a parameter, in the query'),
  joined: phrases(
    'followed by, plus, and then append, and append, and add, then append, then add, then the, and the, with the query, whose query holds, whose query contains, with a parameter holding, ending in, ending with, with the content of, with the contents of',
  ),
};
