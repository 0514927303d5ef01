namespace TalksBot.Terminal;

/// <summary>What keys do inside a line: those of a plain keyboard, and those that shells have taught people.</summary>
internal static class EditingKeys
{
    /// <summary>Changes the line as the key says; a key that says nothing changes nothing.</summary>
    public static void Press(EditedText text, ConsoleKeyInfo key)
    {
        var act = key.Modifiers.HasFlag(ConsoleModifiers.Control) ? WithControl(key.Key)
            : key.Modifiers.HasFlag(ConsoleModifiers.Alt) ? WithAlt(key.Key)
            : Alone(key.Key);
        if (act is not null)
        {
            act(text);
        }
        else if (IsLetter(key))
        {
            text.Type(key.KeyChar);
        }
    }

    // Some keyboards make letters with Alt and Control together.
    private static bool IsLetter(ConsoleKeyInfo key) =>
        !char.IsControl(key.KeyChar) && key.Modifiers.HasFlag(ConsoleModifiers.Control) == key.Modifiers.HasFlag(ConsoleModifiers.Alt);

    private static Action<EditedText>? Alone(ConsoleKey key) => key switch
    {
        ConsoleKey.LeftArrow => text => text.Back(),
        ConsoleKey.RightArrow => text => text.On(),
        ConsoleKey.Home => text => text.ToStart(),
        ConsoleKey.End => text => text.ToEnd(),
        ConsoleKey.Backspace => text => text.RemoveBefore(),
        ConsoleKey.Delete => text => text.RemoveBehind(),
        _ => null,
    };

    private static Action<EditedText>? WithControl(ConsoleKey key) => key switch
    {
        ConsoleKey.B => text => text.Back(),
        ConsoleKey.F => text => text.On(),
        ConsoleKey.A => text => text.ToStart(),
        ConsoleKey.E => text => text.ToEnd(),
        ConsoleKey.H => text => text.RemoveBefore(),
        ConsoleKey.D => text => text.RemoveBehind(),
        ConsoleKey.W or ConsoleKey.Backspace => text => text.RemoveWordBefore(),
        ConsoleKey.Delete => text => text.RemoveWordBehind(),
        ConsoleKey.U => text => text.RemoveToStart(),
        ConsoleKey.K => text => text.RemoveToEnd(),
        ConsoleKey.LeftArrow => text => text.WordBack(),
        ConsoleKey.RightArrow => text => text.WordOn(),
        _ => null,
    };

    private static Action<EditedText>? WithAlt(ConsoleKey key) => key switch
    {
        ConsoleKey.B or ConsoleKey.LeftArrow => text => text.WordBack(),
        ConsoleKey.F or ConsoleKey.RightArrow => text => text.WordOn(),
        ConsoleKey.Backspace => text => text.RemoveWordBefore(),
        ConsoleKey.D => text => text.RemoveWordBehind(),
        _ => null,
    };
}
