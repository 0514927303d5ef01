using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Commands;

/// <summary>A command whose form shows what the record knows already: too much for a button to hold for as long as its post stands.</summary>
internal interface IFillsForm
{
    /// <summary>The command with what its form shows.</summary>
    Task<CommandCall> FillAsync(CommandCall call, CancellationToken token);
}

/// <summary>Fills in forms.</summary>
internal static class FormFilling
{
    /// <summary>The command with these values where it leaves them to be written; empty ones stay unwritten.</summary>
    public static CommandCall Filled(this CommandCall call, params ReadOnlySpan<(string Name, string Value)> known)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var (name, value) in known)
        {
            if (value.Length > 0 && values.GetValueOrDefault(name) == PostButton.Unwritten)
            {
                values[name] = value;
            }
        }

        return call with { Values = values };
    }
}
