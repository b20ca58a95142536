// Reads a file with a code verifier on each line and writes the code challenge of each, by oauth4webapi.
import { readFile } from 'node:fs/promises';
import { calculatePKCECodeChallenge } from 'oauth4webapi';

const verifiers = (await readFile(process.argv[2], 'ascii')).trimEnd().split('\n');
const challenges = await Promise.all(verifiers.map(calculatePKCECodeChallenge));
console.log(challenges.join('\n'));
