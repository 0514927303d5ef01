using Microsoft.Extensions.Logging;
using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Pictures, drawn and uploaded before the message that shows them (slack.md §4).</summary>
/// <param name="pictures">Draws them; null where nobody does.</param>
/// <param name="log">Told of pictures that Slack did not take.</param>
internal sealed partial class PostPicture(IPictures? pictures, ILogger log)
{
    /// <summary>The block that shows a post's picture; null where there is none or Slack does not take it, which leaves a post to its words.</summary>
    public async Task<ImageBlock?> OfAsync(Post post, SlackConnection connection, CancellationToken token)
    {
        if (post.Picture is not { } picture || pictures?.Draw(picture) is not { } png)
        {
            return null;
        }

        var words = CleanText.OneLine(picture.AltText);
        var file = await UploadAsync(connection, new FileUpload(Picture.FileName, png, words, picture.Title), token);
        switch (file)
        {
            case Answered<SlackFile>({ IsReady: true } ready):
                return new ImageBlock(words, new SlackFileLink(ready.Id));
            case Failed<SlackFile>(var failure):
                NotTaken(connection.Name, $"{failure}");
                return null;
            default:
                NotTaken(connection.Name, "it was still being looked through");
                return null;
        }
    }

    private static async Task<SlackAnswer<SlackFile>> UploadAsync(SlackConnection connection, FileUpload file, CancellationToken token) =>
        await connection.Api.Files.UploadAsync(file, token) is var uploaded && uploaded is Answered<SlackFile>(var kept)
            ? await connection.Api.Files.WaitUntilReadyAsync(kept.Id, token)
            : uploaded;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} shows words without their picture: {Why}")]
    private partial void NotTaken(string connection, string why);
}
