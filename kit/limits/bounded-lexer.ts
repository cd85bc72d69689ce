import { Lexer, type Source, type Token, TokenKind } from 'graphql';
import { limitExceeded } from './limit-exceeded.js';
import { MAX_LINES, MAX_NAME_LENGTH, MAX_NESTING, MAX_VALUE_DEPTH } from './operation-limits.js';

/**
 * Reads the tokens of a document and stops where the document is too long or nested too deeply, so that the parser, whose recursion
 * follows the nesting, never gets that far.
 */
export class BoundedLexer extends Lexer {
  private count = 0;
  private selectionDepth = 0;
  private valueDepth = 0;
  private inParentheses = false;

  constructor(
    source: Source,
    private readonly maxTokens: number,
  ) {
    super(source);
  }

  /** How many tokens have been read. */
  get tokens(): number {
    return this.count;
  }

  /** @throws HubError LIMIT_EXCEEDED */
  override advance(): Token {
    const token = super.advance();
    this.count += 1;
    if (this.count > this.maxTokens + 1) throw limitExceeded(`A document may have ${this.maxTokens} tokens.`);
    if (token.line > MAX_LINES) throw limitExceeded(`A document may have ${MAX_LINES} lines.`);
    if (token.kind === TokenKind.NAME && token.end - token.start > MAX_NAME_LENGTH) {
      throw limitExceeded(`A name may have ${MAX_NAME_LENGTH} characters.`);
    }
    this.follow(token.kind);
    return token;
  }

  private follow(kind: TokenKind): void {
    switch (kind) {
      case TokenKind.PAREN_L:
      case TokenKind.PAREN_R:
        this.inParentheses = kind === TokenKind.PAREN_L;
        this.valueDepth = 0;
        break;
      case TokenKind.BRACE_L:
      case TokenKind.BRACKET_L:
        this.open();
        break;
      case TokenKind.BRACE_R:
      case TokenKind.BRACKET_R:
        if (this.inParentheses) this.valueDepth -= 1;
        else this.selectionDepth -= 1;
    }
  }

  /** Braces and brackets within parentheses are values and list types, all others are selections. */
  private open(): void {
    if (this.inParentheses) this.valueDepth += 1;
    else this.selectionDepth += 1;
    if (this.valueDepth > MAX_VALUE_DEPTH) throw limitExceeded(`A value may be nested ${MAX_VALUE_DEPTH} levels deep.`);
    if (this.selectionDepth > MAX_NESTING) throw limitExceeded(`Selections may be nested ${MAX_NESTING} levels deep.`);
  }
}
