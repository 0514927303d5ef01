using TalksBot.Core.Commands;

namespace TalksBot.Discord.Commanding;

/// <summary>Gives buttons their lines: in the id itself where it is short enough, else by the key of one on the shelf.</summary>
internal sealed class KeptLines(ILineShelf shelf)
{
    /// <summary>The id of a button for the line, of any length; null when a long one could not be kept.</summary>
    public async Task<ButtonId?> IdOfAsync(ButtonAct act, string line, CancellationToken token)
    {
        if (ButtonId.Of(act, line) is { } id)
        {
            return id;
        }

        return await shelf.KeepAsync(ButtonId.WithoutPrefix(line), token) is { } key ? new ButtonId(act, IsKey: true, key) : null;
    }

    /// <summary>The line behind an id; null when it has expired.</summary>
    public async Task<string?> FindAsync(ButtonId id, CancellationToken token) => id.IsKey ? await shelf.FindAsync(id.Text, token) : id.Text;
}
