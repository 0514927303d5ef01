using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What comes with the words of a reply: its picture, and its file, which Slack shows to one person only in direct messages.</summary>
internal sealed partial class ReplyAttachments(MissingScopes scopes, ILogger<ReplyAttachments> log, IPictures? pictures = null)
{
    private readonly PostPicture _picture = new(pictures, log);

    /// <summary>True when the reply has some, which takes longer than a receipt may wait.</summary>
    public static bool Has(Reply reply) => reply is { File: not null } or { Body.Picture: not null };

    /// <summary>Hands the file over.</summary>
    /// <returns>The words to show: where the file is, or all of it where it could not be handed over.</returns>
    public async Task<Post> HandOverAsync(InteractionContext context, Reply reply)
    {
        if (reply.File is not { } file)
        {
            return reply.Body;
        }

        if (await ShareAsync(context, file) is not { } failure)
        {
            return reply.Body with { Pieces = [.. reply.Body.Pieces, new PostPiece.Line($"{file.Name} is in your direct messages with the bot.")] };
        }

        NotHandedOver(context.Connection.Name, context.Sender.UserId, failure);
        await scopes.TellAsync(context.Connection, failure, "files such as exports are shown as text, shortened where they are long");
        return reply.Whole;
    }

    /// <summary>The words, and the block of the reply's picture; where Slack does not take that, the words say so.</summary>
    public async Task<(Post Words, ImageBlock? Picture)> PictureAsync(InteractionContext context, Post words)
    {
        var block = await _picture.OfAsync(words, context.Connection, CancellationToken.None);
        return (block is null && pictures is not null ? PictureNotice.Without(words) : words, block);
    }

    private static async Task<SlackFailure?> ShareAsync(InteractionContext context, ReplyFile file)
    {
        var api = context.Connection.Api;
        var opened = await api.Conversations.OpenDirectAsync(context.Sender.UserId, CancellationToken.None);
        return opened is Answered<string>(var direct)
            ? (await api.Files.ShareAsync(new FileUpload(file.Name, file.Bytes, file.Name, file.Name), direct, CancellationToken.None)).Match(_ => (SlackFailure?)null, failure => failure)
            : ((Failed<string>)opened).Failure;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not hand a file to {User}, and showed it as text: {Why}")]
    private partial void NotHandedOver(string connection, string user, SlackFailure why);
}
