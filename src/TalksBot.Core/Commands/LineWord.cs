namespace TalksBot.Core.Commands;

/// <summary>One word of a typed line; a quotation is one word.</summary>
/// <param name="Text">The word as typed, without its quotes and escapes when the whole word is a quotation.</param>
/// <param name="Quoted">The whole word was a quotation.</param>
/// <param name="Key">What stands before the first colon, when it could be a parameter's name; else null.</param>
/// <param name="Value">What stands after that colon, without quotes and escapes; empty when there is no key.</param>
/// <param name="End">Where the word ends in the line, exclusive.</param>
internal sealed record LineWord(string Text, bool Quoted, string? Key, string Value, int End)
{
    /// <summary>The same as typing <c>key:value</c>.</summary>
    public static LineWord Of(string key, string value) => new($"{key}:{value}", Quoted: false, key, value, End: 0);

    /// <summary>The value was left out: <c>key:</c> and nothing more.</summary>
    public bool HasEmptyValue => Key is not null && Value.Length == 0 && Text.EndsWith(':');
}
