namespace TalksBot.Core.Times.Phrases;

/// <summary>A run of digits, a run of letters, or one other character.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Text">The characters, words in lower case; a number written as a word in digits.</param>
/// <param name="Start">Where it starts in the tidied phrase, inclusive.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SpaceBefore">Whether a space precedes it.</param>
internal sealed record Token(TokenKind Kind, string Text, int Start, int End, bool SpaceBefore)
{
    private const int LongestNumber = 9;

    /// <summary>The value of a number, or -1 when it is none or absurdly long.</summary>
    public int Number { get; } =
        Kind == TokenKind.Number && Text.Length <= LongestNumber ? int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture) : -1;

    /// <summary>Whether it is a number written as a word: "seven".</summary>
    public bool IsSpelled { get; init; }

    /// <summary>Whether it is a place in a row written as a word: "seventh".</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>Whether it is a number of one or two digits.</summary>
    public bool IsShort => Number >= 0 && Text.Length <= 2;

    /// <summary>Whether it is two digits that can be minutes.</summary>
    public bool IsSixtieth => Number is >= 0 and < 60 && Text.Length == 2;

    public bool Is(char symbol) => Kind == TokenKind.Symbol && Text[0] == symbol;

    public bool Is(string word) => Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.Ordinal);

    /// <summary>Whether it is one of these words, separated by spaces.</summary>
    public bool IsAny(string words) => Kind == TokenKind.Word && words.Split(' ').Contains(Text, StringComparer.Ordinal);
}
