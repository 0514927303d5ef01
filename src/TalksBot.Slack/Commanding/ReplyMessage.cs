using TalksBot.Core.Pictures;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as Slack's message: words, picture and buttons.</summary>
internal sealed class ReplyMessage(IReplyForm form, ReplyButtons buttons, Enclosures enclosures)
{
    /// <summary>The message in full, once its file has been handed over, and in a form that Slack cannot refuse.</summary>
    public async Task<(ResponseDraft Full, ResponseDraft Plain)> WriteAsync(Visit visit, Response.Said said)
    {
        var connection = visit.Connection.Name;
        var (shown, picture) = await enclosures.PictureAsync(visit, await enclosures.HandOverAsync(visit, said.Reply));
        var words = PostBlocks.Fit(shown, MessageAddresses.Among(new ChannelNames(connection, withPeople: true)));
        var block = buttons.Block(words.Buttons, said.Write);
        return (With(form.Write(words, connection), [picture, block]), With(new PlainReplyForm().Write(PictureNotice.Without(words), connection), [block]));
    }

    private static ResponseDraft With(ResponseDraft draft, IEnumerable<Block?> blocks) =>
        draft with { Blocks = [.. draft.Blocks ?? [], .. blocks.OfType<Block>()] };
}
