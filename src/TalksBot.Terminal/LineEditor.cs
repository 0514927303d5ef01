namespace TalksBot.Terminal;

/// <summary>A person's lines, typed behind a prompt that stays below everything that is posted meanwhile.</summary>
internal sealed class LineEditor(IKeys keys, TerminalScreen screen, PromptLine prompt, TypedHistory history, ILineCompletion completion)
    : ITypedLines
{
    private const string Pause = "TalksBot goes on posting here. Enter brings the prompt back; Ctrl-C stops it.\n";

    private const string Clear = "\e[H\e[2J";

    /// <inheritdoc/>
    public async Task<string?> NextAsync(CancellationToken token)
    {
        screen.Standing = prompt;
        history.Begin();
        try
        {
            return await TypeAsync(new EditedText(), token);
        }
        finally
        {
            prompt.Leave();
            await screen.ShowAsync("", CancellationToken.None);
        }
    }

    private async Task<string?> TypeAsync(EditedText text, CancellationToken token)
    {
        while (true)
        {
            prompt.Stand(text.Text, text.At);
            if (!keys.HasMore)
            {
                await screen.ShowAsync("", token);
            }

            if (await keys.NextAsync(token) is not { } key)
            {
                return null;
            }

            if (IsEnter(key))
            {
                return await GiveAsync(text.Text, token);
            }

            if (IsControl(key, ConsoleKey.D) && text.Text.Length == 0)
            {
                if (!await RestAsync(token))
                {
                    return null;
                }
            }
            else
            {
                await PressAsync(text, key, token);
            }
        }
    }

    private async Task PressAsync(EditedText text, ConsoleKeyInfo key, CancellationToken token)
    {
        if (key.Key is ConsoleKey.Tab && !IsPasted(key))
        {
            await CompleteAsync(text, token);
        }
        else if (key.Key is ConsoleKey.UpArrow || IsControl(key, ConsoleKey.P))
        {
            text.Set(history.Older(text.Text) ?? text.Text);
        }
        else if (key.Key is ConsoleKey.DownArrow || IsControl(key, ConsoleKey.N))
        {
            text.Set(history.Newer() ?? text.Text);
        }
        else if (IsControl(key, ConsoleKey.L))
        {
            await screen.ShowAsync(Clear, token);
        }
        else
        {
            EditingKeys.Press(text, key);
        }
    }

    /// <summary>What is pasted has no wish to be completed: a tab in it is a blank.</summary>
    private bool IsPasted(ConsoleKeyInfo key) => key.KeyChar == '\t' && keys.HasMore;

    private async Task<string> GiveAsync(string line, CancellationToken token)
    {
        prompt.Leave();
        await history.KeepAsync(line);
        await screen.ShowAsync(PromptLine.Given(line), token);
        return line;
    }

    /// <summary>Without a prompt until Enter is pressed.</summary>
    /// <returns>False when there will be no more keys.</returns>
    private async Task<bool> RestAsync(CancellationToken token)
    {
        prompt.Leave();
        await screen.ShowAsync(Pause, token);
        while (await keys.NextAsync(token) is { } key)
        {
            if (IsEnter(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Types what can only be meant, or as much of it as is certain, and shows what there is to read.</summary>
    private async Task CompleteAsync(EditedText text, CancellationToken token)
    {
        var offers = await completion.OfferAsync(text.Before, token);
        var typed = text.Before[offers.Start..];
        text.Replace(offers.Start, offers.Certain(typed));
        if (offers.WantsReading(typed))
        {
            prompt.Stand(text.Text, text.At);
            await screen.ShowAsync(offers.Write(prompt.Columns), token);
        }
    }

    private static bool IsEnter(ConsoleKeyInfo key) => key.Key is ConsoleKey.Enter || key.KeyChar is '\r' or '\n';

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey which) => key.Key == which && key.Modifiers == ConsoleModifiers.Control;
}
