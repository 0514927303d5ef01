using System.Text;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Chat.Commanding;

/// <summary>What stands behind a button: a command line, or the key of one that is kept because the platform carries none so long.</summary>
/// <param name="Act">What a press does.</param>
/// <param name="Text">The line without <c>/talks</c>, or the key.</param>
/// <param name="IsKey">True when <paramref name="Text"/> is a key.</param>
public sealed record ButtonCommand(ButtonAct Act, string Text, bool IsKey = false)
{
    private const string Prefix = "/talks ";

    /// <summary>The line as buttons and keys hold it.</summary>
    public static string Bare(string line) => line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line;

    /// <summary>A mark of a label, which keeps two buttons of one message apart that stand for the same line.</summary>
    public static byte MarkOf(string label) => Encoding.UTF8.GetBytes(label).Aggregate((byte)17, (mark, next) => (byte)((mark * 31) + next));
}

/// <summary>What a press, or the sending of a form, does with its line. The letters of the names stand in messages, so their order stays.</summary>
public enum ButtonAct
{
    /// <summary>Runs it.</summary>
    Run = 0,

    /// <summary>Opens a form in which its long texts can be written anew.</summary>
    Write = 1,

    /// <summary>Runs it with what was written in the form.</summary>
    Form = 2,

    /// <summary>Opens a form that shows what it says, to be written or changed.</summary>
    Ask = 3,
}

/// <summary>A button that a reply offers.</summary>
/// <param name="Label">What it says, not yet cleaned or cut.</param>
/// <param name="Command">What stands behind it.</param>
/// <param name="Meaning">What a press means.</param>
public sealed record OfferedButton(string Label, ButtonCommand Command, ButtonMeaning Meaning);

/// <summary>
/// Gives buttons their lines: in the button itself where the platform carries it, which works for ever, else for an hour by the key of one
/// that is stored and so outlives a restart.
/// </summary>
/// <param name="store">Keeps the lines that are too long.</param>
public sealed class ButtonCommands(IButtonCommandStore store)
{
    /// <summary>What somebody is told who presses a button whose line is gone.</summary>
    public const string Expired = "TalksBot keeps what is behind this button for an hour, and that is over; give the command again.";

    /// <summary>The letters of <see cref="ButtonAct"/>, in its order.</summary>
    public const string Letters = "rwfa";

    /// <summary>What a button for the line holds; null when a long line could not be kept.</summary>
    /// <param name="act">What a press does.</param>
    /// <param name="line">The line, of any length, with or without <c>/talks</c>.</param>
    /// <param name="carries">True for a bare line that the platform's button can hold.</param>
    public async Task<ButtonCommand?> OfAsync(ButtonAct act, string line, Func<string, bool> carries, CancellationToken token)
    {
        var bare = ButtonCommand.Bare(line);
        return carries(bare) ? new ButtonCommand(act, bare)
            : await store.KeepAsync(bare, token) is { } key ? new ButtonCommand(act, key, IsKey: true)
            : null;
    }

    /// <summary>The line behind a button; null when it has expired.</summary>
    public async Task<string?> FindAsync(ButtonCommand command, CancellationToken token) =>
        command.IsKey ? await store.FindAsync(command.Text, token) : command.Text;

    /// <summary>The buttons of a reply, the one that opens its form last, since what may have been meant is nearer; one whose line could not be kept is left out.</summary>
    /// <param name="buttons">What the reply offers.</param>
    /// <param name="write">Opens a form for its line; null for none.</param>
    /// <param name="carries">True for a bare line that the platform's button can hold.</param>
    public async Task<IReadOnlyList<OfferedButton>> OffersAsync(
        IReadOnlyList<PostButton> buttons, PostButton? write, Func<string, bool> carries, CancellationToken token)
    {
        var offered = new List<OfferedButton>();
        foreach (var button in buttons)
        {
            if (await OfAsync(ActOf(button), button.Command, carries, token) is { } command)
            {
                offered.Add(new OfferedButton(button.Label, command, button.Meaning));
            }
        }

        if (write is not null && await OfAsync(write.OpensForm ? ButtonAct.Ask : ButtonAct.Write, write.Command, carries, token) is { } form)
        {
            offered.Add(new OfferedButton(write.Label, form, write.Meaning));
        }

        return offered;
    }

    /// <summary>What a button below a post holds. It has to work for as long as the post stands, so a line too long for the platform gets none.</summary>
    public static ButtonCommand? Lasting(PostButton button, Func<string, bool> carries) =>
        ButtonCommand.Bare(button.Command) is var bare && carries(bare) ? new ButtonCommand(ActOf(button), bare) : null;

    private static ButtonAct ActOf(PostButton button) => button.OpensForm ? ButtonAct.Ask : ButtonAct.Run;
}
