namespace TalksBot.Simulators.Discord;

/// <summary>How strict, how fast and how patient a simulated Discord is; the defaults are the real thing's.</summary>
public sealed record DiscordSimulatorOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Zero takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Null makes a new one.</summary>
    public string? Token { get; init; }

    public string ApplicationName { get; init; } = "TalksBot";

    /// <summary>Whether anybody may add the application to a server of theirs.</summary>
    public bool BotPublic { get; init; } = true;

    /// <summary>
    /// Whether people may install the application for themselves, as a new application allows until that is switched off; commands that
    /// do not say where they belong then appear for those people everywhere.
    /// </summary>
    public bool UserInstallable { get; init; }

    /// <summary>Where interactions go instead of the Gateway; null for the Gateway. Protocol sheet §8.</summary>
    public Uri? InteractionsEndpoint { get; init; }

    public RateLimit GlobalLimit { get; init; } = new(50, TimeSpan.FromSeconds(1));

    /// <summary>Creating and editing messages share it, per channel. Protocol sheet §10.</summary>
    public RateLimit PostLimit { get; init; } = new(5, TimeSpan.FromSeconds(5));

    /// <summary>Adding and removing reactions, per channel.</summary>
    public RateLimit ReactionLimit { get; init; } = new(1, TimeSpan.FromMilliseconds(250));

    public RateLimit OtherLimit { get; init; } = new(50, TimeSpan.FromSeconds(1));

    /// <summary>Callbacks and follow-ups, per interaction token.</summary>
    public RateLimit WebhookLimit { get; init; } = new(5, TimeSpan.FromSeconds(2));

    /// <summary>Edits of messages older than <see cref="OldMessageAge"/>, per channel; beyond it 429 with code 30046.</summary>
    public RateLimit OldEditLimit { get; init; } = new(3, TimeSpan.FromSeconds(6));

    public TimeSpan OldMessageAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an enforced nonce is remembered; Discord says only "the past few minutes".</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Answers of 401, 403 or 429 in ten minutes before everything is blocked.</summary>
    public int InvalidRequestLimit { get; init; } = 10_000;

    public int CommandCreatesPerDay { get; init; } = 200;

    public int MaxFileBytes { get; init; } = 10 * 1024 * 1024;

    public int MaxRequestBytes { get; init; } = 25 * 1024 * 1024;

    public TimeSpan InteractionDeadline { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan InteractionTokenLife { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long a dropped session can still be resumed.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(2);

    public int SessionStarts { get; init; } = 1000;

    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How many connections it wants the guilds shared between; an identify for fewer closes with 4011.</summary>
    public int Shards { get; init; } = 1;

    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    public RateLimit GatewaySendLimit { get; init; } = new(120, TimeSpan.FromSeconds(60));

    /// <summary>The privileged intents switched on in the developer portal; the others close with 4014.</summary>
    public int AllowedPrivilegedIntents { get; init; }
}
