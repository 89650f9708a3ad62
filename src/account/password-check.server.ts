import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Result } from '#kernel/result.ts';
import { checkPassword, ownWordsOf, type PasswordRefusal } from './domain/password-rule.ts';

/** A password that falls within this many guesses counts as one that is guessed first (SEC-08). */
const FEWEST_GUESSES = 1_000_000;

/** Words of the product itself. */
const productWords = ['takumi', 'desk', 'takumidesk', '匠デスク'];

let blockList: ZxcvbnFactory | undefined;

type Person = { readonly name: string; readonly email: string; readonly secondFactor: boolean };

/** Whether a person may use a password: the rule of SEC-08 with the block-list of zxcvbn. */
export function checkNewPassword(
  password: string,
  { name, email, secondFactor }: Person,
): Result<string, PasswordRefusal> {
  const ownWords = [...ownWordsOf([name, email]), ...productWords];
  blockList ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const list = blockList;
  return checkPassword(password, {
    secondFactor,
    ownWords,
    isGuessable: (text) => list.check(text, ownWords).guesses < FEWEST_GUESSES,
  });
}
