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

/// <summary>The three things a phrase is made of, and its end.</summary>
internal enum TokenKind
{
    Number,
    Word,
    Symbol,
    End,
}

/// <summary>A place in the tokens of one phrase, moving forward as parts are read.</summary>
internal sealed class TokenCursor(string tidy)
{
    private readonly IReadOnlyList<Token> _tokens = NumberWords.Join(Tokenizer.Cut(tidy));
    private int _position;

    /// <summary>The token to read now.</summary>
    public Token Current => Ahead(0);

    /// <summary>How many tokens have been read.</summary>
    public int Position => _position;

    /// <summary>How many tokens there are, without the end.</summary>
    public int Count => _tokens.Count - 1;

    /// <summary>Whether everything has been read.</summary>
    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>The token that many places on; negative looks back; the end token beyond either edge.</summary>
    public Token Ahead(int places)
    {
        var index = _position + places;
        return index >= 0 && index < _tokens.Count ? _tokens[index] : _tokens[^1];
    }

    /// <summary>Moves on by that many tokens, never past the end.</summary>
    public void Skip(int places) => _position = Math.Min(_position + places, _tokens.Count - 1);

    /// <summary>The phrase as typed from the current token to the end of the one that many places on.</summary>
    public string Slice(int places) => tidy[Current.Start..Math.Max(Current.Start, Ahead(places).End)];

    /// <summary>The phrase as typed before the current token, and after the one that many places on.</summary>
    public (string Before, string After) Around(int places) => (tidy[..Current.Start], tidy[Ahead(places).End..]);

    /// <summary>Whether the words stand here, one token each, in this order; a space in <paramref name="words"/> parts them.</summary>
    public bool StartsWith(string words, int from = 0) => words.Split(' ').Select((word, index) => Ahead(from + index).Is(word)).All(same => same);
}
