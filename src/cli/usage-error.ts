// In: what the library of the command line refuses. Out: the sentence in the user's language, with the near word if the library found one.
import type { CommanderError } from 'commander';
import type { Language } from '../model/language.js';

/** Says a usage error. */
export function usageError(error: CommanderError, language: Language): string {
  const message = error.message.replace(/^error: /u, '');
  if (language === 'en') return message;
  const [, name = ''] = /'([^']*)'/u.exec(message) ?? [];
  const [, near = ''] = /Did you mean (?:one of )?([^?]*)\?/u.exec(message) ?? [];
  const hint = near === '' ? '' : `，是否想写「${near}」`;
  const says: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项「${name}」${hint}`,
    'commander.unknownCommand': `没有命令「${name}」${hint}`,
    'commander.missingArgument': `缺少参数「${name}」`,
    'commander.optionMissingArgument': `选项「${name}」缺少值`,
    'commander.excessArguments': '参数太多',
    'commander.invalidArgument': badValue(message),
  };
  return says[error.code] ?? message;
}

/** A value that an option or an argument does not take, and what it takes. */
function badValue(message: string): string {
  const [, option, given, wanted] = /^option '(.*?)' argument '(.*)' is invalid\.(.*)$/su.exec(message) ?? [];
  if (option !== undefined) return `${option} 不能是「${given!}」${takes(wanted!)}`;
  const [, value, argument, kinds] =
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\.(.*)$/su.exec(message) ?? [];
  return argument === undefined ? `值不可用：${message}` : `「${argument}」不能是「${value!}」${takes(kinds!)}`;
}

/** The words that are allowed, or the form in brackets that our own readers give. */
function takes(rest: string): string {
  const [, words] = /Allowed choices are (.*)\.$/su.exec(rest) ?? [];
  const [, form] = /\(([^()]*)\)$/su.exec(rest) ?? [];
  const told = words?.replaceAll(', ', '、') ?? form?.replaceAll(' ', '、');
  return told === undefined ? '' : `；应为 ${told}`;
}
