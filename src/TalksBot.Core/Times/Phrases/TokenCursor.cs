namespace TalksBot.Core.Times.Phrases;

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
