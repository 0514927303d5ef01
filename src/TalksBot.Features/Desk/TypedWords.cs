namespace TalksBot.Features.Desk;

/// <summary>Tidied words by parameter.</summary>
internal sealed class TypedWords(IReadOnlyDictionary<string, string> words)
{
    /// <summary>The words; empty when the parameter was not given.</summary>
    public string this[string parameter] => words.GetValueOrDefault(parameter, "");
}
