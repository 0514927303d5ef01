using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Desk;

/// <summary>The words somebody typed in a command, checked before anything is stored.</summary>
internal static class Typed
{
    /// <summary>Tidies every value given; the first one that cannot be kept refuses the command.</summary>
    /// <param name="call">The command.</param>
    /// <param name="limits">The parameters that are words, each with the most characters it may have.</param>
    public static Found<TypedWords> Words(CommandCall call, params ReadOnlySpan<(string Parameter, int Limit)> limits)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, limit) in limits)
        {
            if (call.Find(parameter) is not { } typed)
            {
                continue;
            }

            if (UserText.Check($"The {parameter}", typed, limit, out var tidied) is { } fault)
            {
                return Reply.Refuse(fault);
            }

            words.Add(parameter, tidied);
        }

        return new TypedWords(words);
    }
}
