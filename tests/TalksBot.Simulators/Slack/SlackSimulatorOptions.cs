namespace TalksBot.Simulators.Slack;

/// <summary>How strict, how fast and how patient a simulated Slack is; the defaults are the real thing's where that is known.</summary>
public sealed record SlackSimulatorOptions
{
    /// <summary>The clock of the whole workspace; a fake one makes every deadline, pace and expiry wait for the test.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Zero takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Null makes a new one; must begin with <c>xoxb-</c>.</summary>
    public string? BotToken { get; init; }

    /// <summary>Null makes a new one; must begin with <c>xapp-</c>.</summary>
    public string? AppToken { get; init; }

    public string TeamName { get; init; } = "Newsroom";

    public string BotName { get; init; } = "talksbot";

    /// <summary>What the bot token may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = SlackScopes.All;

    /// <summary>Whether the app-level token has <c>connections:write</c>.</summary>
    public bool AppTokenMayConnect { get; init; } = true;

    /// <summary>Where commands go by signed HTTP instead of Socket Mode; null for Socket Mode. slack.md §8.</summary>
    public Uri? RequestUrl { get; init; }

    /// <summary>Where presses and forms go; null for <see cref="RequestUrl"/>.</summary>
    public Uri? InteractivityUrl { get; init; }

    /// <summary>Where events go; null for <see cref="RequestUrl"/>.</summary>
    public Uri? EventsUrl { get; init; }

    /// <summary>Signs HTTP requests; null makes a new one.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>Whether people's <c>@name</c> and <c>#name</c> in commands become <c>&lt;@U…&gt;</c> and <c>&lt;#C…|name&gt;</c>.</summary>
    public bool ShouldEscape { get; init; } = true;

    /// <summary>Whether the app's manifest switches its messages tab on, which an app has not from the start; without it nothing reaches a direct message.</summary>
    public bool MessagesTab { get; init; } = true;

    /// <summary>Whether the app's manifest switches its Home tab on; without it <c>views.publish</c> is refused with <c>not_enabled</c>.</summary>
    public bool HomeTab { get; init; } = true;

    /// <summary>The shortcuts in the menus of messages that the app's manifest declares: each name by its callback id.</summary>
    public IReadOnlyDictionary<string, string> MessageShortcuts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Pace Tier1 { get; init; } = new(1, TimeSpan.FromMinutes(1), 1);

    public Pace Tier2 { get; init; } = new(20, TimeSpan.FromMinutes(1), 20);

    public Pace Tier3 { get; init; } = new(50, TimeSpan.FromMinutes(1), 50);

    public Pace Tier4 { get; init; } = new(100, TimeSpan.FromMinutes(1), 100);

    /// <summary>auth.test, chat.getPermalink: "hundreds per minute".</summary>
    public Pace Special { get; init; } = new(300, TimeSpan.FromMinutes(1), 300);

    /// <summary>chat.postMessage in one channel.</summary>
    public Pace PostPace { get; init; } = new(1, TimeSpan.FromSeconds(1), 3);

    /// <summary>chat.postMessage in the whole workspace: "several hundred per minute".</summary>
    public Pace WorkspacePostPace { get; init; } = new(300, TimeSpan.FromMinutes(1), 60);

    /// <summary>Apps sold outside the Marketplace: history once a minute and 15 objects. slack.md §5.</summary>
    public bool CommerciallyDistributed { get; init; }

    /// <summary>Whether a repeated <c>client_msg_id</c> gives the earlier message; undocumented, so off. slack.md §3.</summary>
    public bool DedupesClientMessageIds { get; init; }

    /// <summary>How long after completing an upload the file can be shown. slack.md §4.</summary>
    public TimeSpan FileProcessing { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan AckDeadline { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan TriggerLife { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan ResponseUrlLife { get; init; } = TimeSpan.FromMinutes(30);

    public int ResponseUrlUses { get; init; } = 5;

    /// <summary>
    /// Events the app subscribed to beside mentions: <c>message</c>, <c>reaction_added</c>, <c>channel_archive</c>, <c>channel_deleted</c>,
    /// <c>channel_left</c>, <c>member_left_channel</c>, <c>app_home_opened</c> and so on; the others it does not hear of.
    /// </summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Waits before an unacknowledged event comes again; Slack's own are these three.</summary>
    public IReadOnlyList<TimeSpan> EventRetries { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>
    /// How long an act of a person waits, in real time, for its answer when the acknowledgement itself showed nothing. Longer than any
    /// app needs, since nobody waits longer than for the answer; where none comes, this is what it costs to know.
    /// </summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long it waits, in real time, after something appeared that may be the answer or something else: a message for everybody,
    /// or for who acts over the control address the end of the form they sent.
    /// </summary>
    public TimeSpan AnswerLull { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Until a socket is asked to leave. Ten seconds before, a warning.</summary>
    public TimeSpan ConnectionLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the server pings a socket, in real time.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConnections { get; init; } = 10;

    /// <summary>Messages older than this cannot be edited; null for never.</summary>
    public TimeSpan? EditWindow { get; init; }

    /// <summary>The most entries a page holds, whatever limit was asked; pages may be short. Null for what was asked.</summary>
    public int? ShortPages { get; init; }
}
