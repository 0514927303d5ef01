using TalksBot.Core.Posts;

namespace TalksBot.Terminal;

/// <summary>A button of an answer under the key that chooses it.</summary>
/// <param name="Key">What is typed to choose it; empty where nobody is there to type.</param>
/// <param name="Button">What it does.</param>
public sealed record OfferedChoice(string Key, PostButton Button)
{
    /// <summary>The buttons of an answer that is printed for somebody who is gone then.</summary>
    public static IReadOnlyList<OfferedChoice> WithoutKeys(IReadOnlyList<PostButton> buttons) => [.. buttons.Select(button => new OfferedChoice("", button))];
}
