namespace TalksBot.Terminal;

/// <summary>One message of the transcript as this process knows it.</summary>
internal sealed class TranscriptEntry(string channel, string reference)
{
    private bool _isFound;

    /// <summary>Its channel.</summary>
    public string Channel => channel;

    /// <summary>What people quote.</summary>
    public string Reference => reference;

    /// <summary>This process posted it, so it knows whether it was shown.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>It was on the screen, in this process or an earlier one.</summary>
    public bool IsShown { get; set; }

    /// <summary>It was taken back.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>It was posted again after it had been shown, or may have been.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>This process does something to it.</summary>
    public void Record(TranscriptAct act)
    {
        if (act is TranscriptAct.Shown)
        {
            IsShown = true;
            return;
        }

        if (act is TranscriptAct.Post)
        {
            IsRepeated |= !IsTakenBack && (IsShown || (_isFound && !IsOurs));
            IsOurs = true;
        }

        IsTakenBack = act is TranscriptAct.Delete;
    }

    /// <summary>An earlier process did something to it.</summary>
    public void Find(TranscriptAct act)
    {
        _isFound = true;
        IsShown = act is TranscriptAct.Shown;
        IsTakenBack = act is TranscriptAct.Delete || (IsTakenBack && IsShown);
    }
}
