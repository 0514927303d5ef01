namespace TalksBot.Core.Times.Phrases;

/// <summary>The three things a phrase is made of, and its end.</summary>
internal enum TokenKind
{
    Number,
    Word,
    Symbol,
    End,
}
