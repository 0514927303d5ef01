namespace TalksBot.Slack.Wire.Models;

/// <summary>A form as Slack shows it or as it was sent in (slack.md §9).</summary>
public sealed record SlackView(
    string Id,
    string? CallbackId = null,
    string? PrivateMetadata = null,
    string? Hash = null,
    ViewState? State = null)
{
    /// <summary>The type of the app's own page.</summary>
    public const string Home = "home";

    /// <summary><c>modal</c> or <see cref="Home"/>.</summary>
    public string? Type { get; init; }

    public string? RootViewId { get; init; }
}

/// <summary>A form to show (slack.md §9): title and buttons of at most 24 characters, 100 blocks, 250 KB in all.</summary>
public sealed record ViewDraft
{
    /// <summary>A form in front of everything, the only kind there is here.</summary>
    public string Type { get; } = "modal";

    public required SlackText Title { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Required as soon as there is an input.</summary>
    public SlackText? Submit { get; init; }

    public SlackText? Close { get; init; }

    /// <summary>Which form this is; at most 255 characters, comes back.</summary>
    public string? CallbackId { get; init; }

    /// <summary>At most 3000 characters, comes back; the person can read it.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>Tells when it is closed without being sent.</summary>
    public bool? NotifyOnClose { get; init; }
}

/// <summary>The app's own page as one person sees it (slack.md §9): 100 blocks, 250 KB in all.</summary>
public sealed record HomeDraft(IReadOnlyList<Block> Blocks)
{
    /// <summary>A page, not a form in front of one.</summary>
    public string Type { get; } = SlackView.Home;

    /// <summary>At most 3000 characters, comes back with every press; the person can read it.</summary>
    public string? PrivateMetadata { get; init; }
}

/// <summary>What the inputs hold, by block id and then by action id; user text.</summary>
public sealed record ViewState(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>>? Values = null)
{
    /// <summary>What was typed or picked; null when the input is empty or not there.</summary>
    public string? ValueOf(string blockId, string actionId) =>
        Values?.GetValueOrDefault(blockId)?.GetValueOrDefault(actionId) is { } input
            ? input.Value ?? input.SelectedOption?.Value
            : null;
}

/// <summary>What one input holds: a typed value, or a picked option.</summary>
public sealed record InputValue(string? Type = null, string? Value = null, SelectOption? SelectedOption = null);
