using TalksBot.Chat.Posting;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;
using static TalksBot.Chat.Posting.ErrorMeaning;
using static TalksBot.Discord.Wire.Rest.DiscordErrorCode;

namespace TalksBot.Discord.Posting;

/// <summary>
/// Every error code with which Discord may answer a post, a change or a look-up, with what it means and what to do (discord.md §11).
/// A code that is not here is no word that a thing can never work.
/// </summary>
internal static class KnownErrors
{
    private const string Later = KnownError.TimeMends;
    private const string Report = "Report it with the post's reference; the bot made something that Discord does not take.";
    private const string InviteAgain = "Invite the bot again with the address that `manifest discord` prints, or follow from a channel of another server.";
    private const string FollowElsewhere = "Follow from a text channel or from a thread.";
    private const string OpenThread = "Unlock the thread, or follow from another channel.";
    private const string NewToken = "Put a valid token into the configuration and start again.";
    private const string Exempt = "Exempt the bot's role in the server's AutoMod settings, or say it in other words.";
    private const string Lighter = "Use a smaller picture or fewer words.";

    private static readonly Dictionary<DiscordErrorCode, KnownError> Rows = new()
    {
        // What is not there.
        [UnknownChannel] = new(ChannelGone, "Discord knows no such channel (any more).", "Follow the talks again from a channel that exists."),
        [UnknownGuild] = new(ChannelGone, "The bot is not in that server (any more).", InviteAgain),
        [UnknownMember] = new(ChannelGone, "The bot is not a member of that server (any more).", InviteAgain),
        [InvalidGuild] = new(ChannelGone, "Discord knows no such server.", InviteAgain),
        [BotBanned] = new(ChannelGone, "The bot is banned from that server.", "Lift the ban in the server's settings and invite the bot again."),
        [UnknownMessage] = new(MessageGone, "The message was taken down by somebody.", "Nothing need be done, unless its words shall stand there again."),
        [UnknownUser] = new(NotAllowed, "Discord knows no such person.", "Follow from a channel of a server the bot is in."),
        [UnknownRole] = new(Never, "Discord knows no such role (any more).", "Choose another role to mention with `follow set`."),

        // What somebody has to allow.
        [MissingAccess] = new(NotAllowed, "The bot cannot see the channel.", Outcomes.Grant(Permissions.ViewChannel)),
        [MissingPermissions] = new(NotAllowed, "The bot lacks a permission in the channel.", "Grant the bot what its invitation asks for, in that channel too."),
        [NoHistoryToReply] = new(NotAllowed, "The bot cannot read what it answers to.", Outcomes.Grant(Permissions.ReadMessageHistory)),
        [MissingOAuthScope] = new(NotAllowed, "The bot was invited without a scope that it needs.", InviteAgain),
        [TwoFactorRequired] = new(NotAllowed, "The server asks moderators for a second factor.", "Switch two-factor authentication on for the account that owns the bot."),
        [UnverifiedAccount] = new(NotAllowed, "The account that owns the bot is not verified.", "Verify the e-mail address of the account that owns the bot."),
        [VerificationTooHigh] = new(NotAllowed, "The server's verification level keeps the bot out.", "Give the bot a role in the server, which exempts it."),
        [NeedsBoosts] = new(NotAllowed, "The server has too few boosts for that.", "Follow from a channel that needs none."),
        [NotInYourLocation] = new(NotAllowed, "Discord does not offer the server where this machine stands.", "Run the bot from a place where the server is offered."),
        [CannotMessageUser] = new(NotAllowed, "That person takes no direct messages from the bot.", "Follow from a channel of a server the bot is in."),
        [NoMutualGuild] = new(NotAllowed, "That person shares no server with the bot.", "Follow from a channel of a server the bot is in."),
        [InvalidRecipients] = new(NotAllowed, "Nobody there takes messages from the bot.", "Follow from a channel of a server the bot is in."),

        // Channels and threads that take none.
        [NonTextChannel] = new(NotAllowed, "That channel cannot hold messages.", FollowElsewhere),
        [WrongChannelType] = new(NotAllowed, "That channel cannot hold messages.", FollowElsewhere),
        [ForumChannel] = new(NotAllowed, "A forum holds threads, no messages.", "Follow from a thread in it."),
        [TagRequired] = new(NotAllowed, "The forum wants a tag.", "Follow from a thread in it."),
        [DirectMessageChannel] = new(NotAllowed, "That cannot be done among direct messages.", "Follow from a channel of a server the bot is in."),
        [ArchivedThread] = new(NotAllowed, "The thread is archived, and the bot may not open it.", "Write something in the thread to reopen it; where it is locked, a moderator has to unlock it first."),
        [LockedThread] = new(NotAllowed, "The thread is locked.", OpenThread),
        [TooManyActiveThreads] = new(NotAllowed, "The server has as many open threads as Discord allows.", "Archive some threads."),
        [TooManyAnnouncementThreads] = new(NotAllowed, "The server has as many announcement threads as Discord allows.", "Archive some threads."),
        [TooManyPins] = new(NotAllowed, "The channel has as many pins as Discord allows.", "Unpin something there."),

        // Not now.
        [SlowMode] = new(NotNow, "The channel is in slow mode.", "Grant the bot Bypass Slowmode there, if it shall not wait."),
        [ChannelWriteLimit] = new(NotNow, "Too much is written in the channel.", Later),
        [GuildWriteLimit] = new(NotNow, "Too much is written on the server.", Later),
        [AnnouncementEditLimit] = new(NotNow, "An announcement is changed too often.", Later),
        [TooManyOldEdits] = new(NotNow, "Too many messages older than an hour are being changed.", Later),
        [ResourceLimited] = new(NotNow, "Discord wants it later.", Later),
        [DirectMessagesTooFast] = new(NotNow, "The bot writes to too many people at once.", Later),
        [SendingDisabled] = new(NotNow, "Discord has switched sending off for a while.", Later),
        [FeatureDisabled] = new(NotNow, "Discord has switched that off for a while.", Later),
        [NotYetAvailable] = new(NotNow, "The application is not available yet.", Later),
        [Overloaded] = new(NotNow, "Discord is overloaded.", Later),
        [CloudflareBlock] = new(NotNow, "Discord's gatekeeper turned the request away.", "If it lasts, look whether something else on this machine's address floods Discord."),

        // The token.
        [Unauthorised] = new(TokenDead, "Discord does not accept the token.", NewToken),
        [InvalidToken] = new(TokenDead, "Discord does not accept the token.", NewToken),
        [InvalidAccessToken] = new(TokenDead, "Discord does not accept the token.", NewToken),

        // The words.
        [AutoModBlock] = new(Never, "The server's AutoMod stopped it.", Exempt),
        [AutoModTitle] = new(Never, "The server's AutoMod stopped its title.", Exempt),
        [HarmfulLink] = new(Never, "Discord takes a link in it for harmful.", "Say it again without the link."),
        [ExplicitContent] = new(Never, "Discord takes it for explicit.", "Say it in other words."),
        [NotYourMessage] = new(Never, "The message is not the bot's own.", "Change it by hand."),
        [SystemMessage] = new(Never, "That message is one of Discord's own.", "Nothing can be done about it."),
        [PinElsewhere] = new(Never, "A message is pinned only in the channel where it stands.", Report),
        [EmptyMessage] = new(Never, "The message is empty.", Report),
        [InvalidFormBody] = new(Never, "Discord refuses its form.", Report),
        [InvalidJson] = new(Never, "Discord cannot read the request.", Report),
        [InvalidMessageType] = new(Never, "Discord refuses that kind of message.", Report),
        [NoBotEndpoint] = new(Never, "Bots may not do that.", Report),
        [NotThisApplication] = new(Never, "The bot may not do that with this application.", Report),

        // The picture.
        [TooManyAttachments] = new(PictureRefused, "It has more pictures than Discord takes.", Lighter),
        [EntityTooLarge] = new(PictureRefused, "It is larger than Discord takes.", Lighter),
        [FileTooLarge] = new(PictureRefused, "Its picture is larger than the server takes.", Lighter),
        [InvalidFile] = new(PictureRefused, "Discord does not take the picture.", Report),
        [UploadNotFound] = new(PictureRefused, "Discord has lost the picture.", Report),

        // What only an answer to a command is told.
        [UnknownInteraction] = new(Never, "The command is too old to be answered.", "Give the command again."),
        [AlreadyAcknowledged] = new(AlreadySo, "The command was answered already.", "Nothing need be done."),
        [InvalidWebhookToken] = new(Never, "The command is too old to be answered.", "Give the command again."),
        [UnknownWebhook] = new(Never, "The command is too old to be answered.", "Give the command again."),
        [TooManyFollowUps] = new(Never, "The command has as many answers as Discord allows.", "Give the command again."),
    };

    /// <summary>The whole table.</summary>
    public static IReadOnlyDictionary<DiscordErrorCode, KnownError> All => Rows;

    /// <summary>What a code means; null where nobody knows.</summary>
    public static KnownError? Of(DiscordErrorCode code) => Rows.GetValueOrDefault(code);
}
