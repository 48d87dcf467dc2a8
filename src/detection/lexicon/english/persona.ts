import { type Lexicon, phrases } from '../lexicon';

/** Personas and modes without rules. */
export const persona: Lexicon = {
  become: phrases(`lets play, play a game, pretend that you are, we are playing, 
    pretend, pretend to be, act as, act like, you are now, roleplay as, role play as, roleplay, play the role, playing the role,
    simulate, imagine you are, imagine being, become, behave as, behave like, from now on you, you will now, immerse yourself, you
    are going to act, you are going to be, take on the role, take on the persona, assume the role, assume the persona, respond as,
    answer as, speak as, embody, you are about to, transform into, will act as, will now act, to act as, youre now, an ai called, ai named, ai called, hypothetical, story where, a character`),
  being: phrases(`you are, you are a, you are an, youre, will be, there is, there was, create, be`),
  unbound: phrases(
    ` no restrictions, without restrictions, without any restrictions, no limitations, without limitations, no limits, without limits, no rules, no ethical, no moral, no ethics, no morals, without ethics, without morals, without ethical, without any ethical, without moral, without any moral, without any filter, without filters, without any filters, without censorship, no censorship, no filter, no filters, unfiltered, uncensored, unrestricted, unbound, unhinged, amoral, jailbroken, not bound by, isnt bound by, no longer bound by, not limited by, not restricted by, not constrained by, free from all restrictions, free of all restrictions, free from any restrictions, free from all constraints, free of all constraints, free from any constraints, no constraints, without constraints, free of restrictions, free from restrictions, freed from, broken free, break free, breaks free, do anything, does anything, can do anything, never refuses, never says no, cannot refuse, cant refuse, will never refuse, does not refuse, doesnt refuse, without refusing, ignore ethics, ignores ethics, regardless of legality, regardless of ethics, even if illegal, no matter how illegal, no matter how unethical, no matter how dangerous, illegal or unethical, unethical or illegal, unethical or immoral, without regard for ethics, not care about ethics, no conscience, disregards safety, no safety, without safety, no content policy, without content policy, no guidelines, without guidelines, not have to follow, doesnt have to follow, dont have to follow, do not have to abide, does not have to abide, dont have to abide, no guardrails, no ethical guidelines, bypass restrictions, bypass any restrictions, not subject to, no boundaries, without boundaries, unlimited capabilities, without hesitation, ignore all content, no disclaimers or warnings, free of the usual, free from the usual, none of the usual, regardless of any`,
  ),
  jailbreakName: phrases(`
    do anything now, jailbreak mode,
    jailbroken mode, opposite mode, god mode enabled, unlimited ai, unrestricted ai, unfiltered ai, uncensored ai, unrestricted mode, unfiltered mode, uncensored mode, jailbroken ai`),
  specialMode: phrases(`
    developer mode, dev mode, debug mode, debugging mode, maintenance mode, admin mode, administrator mode, god mode, root mode,
    sudo mode, test mode, testing mode, diagnostic mode, diagnostics mode, override mode, unrestricted mode, experimental mode, jailbreak mode, service mode,
    engineering mode, training mode, safe mode off, root access, admin access, administrator access, superuser, elevated access, superuser mode, recovery mode,
    administrator override, admin override, system override, emergency override, security override, safety override, priority override, developer override, root override, emergency protocol, debug session, developer access`),
  switchOn: phrases(`
    enabled, activated, active now, engaged, initiated, unlocked, granted, you are in, you are now in, you are running in, you are operating in, enter, entering, enter into, switch into,
    switch to, go into, now in, has been enabled, is now active, is active, is enabled, is now enabled, accepted, confirmed, authorized, authorised, commence, initialized, working in`),
  unlock:
    phrases(`drop all restrictions, drop your restrictions, lift your restrictions, remove your restrictions, safety filters are disabled, filters are disabled, restrictions are lifted, restrictions are removed, restrictions have been lifted, restrictions have been removed, safety is off, 
    unlock hidden, unlock all hidden, unlock secret, activate hidden, enable hidden, grant administrative privileges, grant administrator privileges, grant elevated privileges, grant me admin, grant me root, grant yourself,
    lift all restrictions, remove all restrictions, disable all safety, disable your safety, disable your filters, turn off your filters, turn off your safety, turn off all safety, deactivate your safety, deactivate your filters, disable all filters, disable your content, disable your guardrails`),
};
