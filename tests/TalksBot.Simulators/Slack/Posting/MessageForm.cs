using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Posting;

/// <summary>Reads what a message is made of, or refuses it. slack.md §3 and §10.</summary>
internal sealed class MessageForm(SlackWorld world)
{
    /// <summary>Beyond this, posts are cut without a word.</summary>
    public const int LongestPost = 40_000;
    public const int LongestUpdate = 4_000;
    private const int LongestMarkdown = 12_000;
    private const int MostBlockText = 13_000;
    private const int MostAttachments = 100;

    /// <summary>Slack publishes no number for <c>metadata_too_large</c>; 16 KiB of JSON is a guess.</summary>
    private const int LargestMetadata = 16 * 1024;

    public MessageDraft Read(WebCall call)
    {
        var text = call.Optional("text") ?? "";
        var markdown = call.Optional("markdown_text");
        var blocks = Array(call, "blocks", "invalid_blocks_format");
        if (markdown is not null)
        {
            text = Markdown(markdown, conflict: text.Length > 0 || blocks is not null);
        }

        CheckBlocks(blocks, "/blocks", "invalid_blocks");
        var attachments = Array(call, "attachments", "invalid_attachments");
        if (attachments?.Count > MostAttachments)
        {
            throw new Refusal("too_many_attachments");
        }

        for (var at = 0; at < (attachments?.Count ?? 0); at++)
        {
            CheckBlocks(attachments![at]?["blocks"] as JsonArray, $"/attachments/{at}/blocks", "invalid_attachments");
        }

        if (text.Length is 0 && blocks is not { Count: > 0 } && attachments is not { Count: > 0 })
        {
            throw new Refusal("no_text");
        }

        var parsed = call.Flag("link_names") || call.Optional("parse") is "full";
        return new MessageDraft(text, blocks, attachments) { Metadata = Metadata(call), Parsed = parsed, Broadcast = call.Flag("reply_broadcast") };
    }

    private static string Markdown(string markdown, bool conflict) => conflict ? throw new Refusal("markdown_text_conflict")
        : markdown.Length > LongestMarkdown ? throw new Refusal("msg_too_long")
        : markdown;

    private static JsonArray? Array(WebCall call, string key, string error) => call.Json(key, error) switch
    {
        null => null,
        JsonArray array => array,
        _ => throw new Refusal(error),
    };

    private void CheckBlocks(JsonArray? blocks, string pointer, string error)
    {
        if (blocks is null)
        {
            return;
        }

        var complaints = new Complaints();
        var rules = new BlockRules(world, complaints);
        rules.Check(blocks, pointer, modal: false);
        if (complaints.Any)
        {
            throw new Refusal(error) { Complaints = complaints.All };
        }

        if (rules.Tables > 1)
        {
            throw new Refusal("invalid_attachments") { Complaints = [$"only_one_table_allowed [json-pointer:{pointer}]"] };
        }

        if (BlockTexts.Of(blocks).Sum(text => text.Length) > MostBlockText)
        {
            throw new Refusal("msg_blocks_too_long");
        }
    }

    private static JsonObject? Metadata(WebCall call)
    {
        var node = call.Json("metadata", "invalid_metadata_format");
        if (node is null or JsonObject { Count: 0 })
        {
            return node as JsonObject;
        }

        if (node is not JsonObject metadata)
        {
            throw new Refusal("invalid_metadata_format");
        }

        if (metadata["event_type"] is not JsonValue type || !type.TryGetValue<string>(out var name) || name.Length is 0 || metadata["event_payload"] is not JsonObject)
        {
            throw new Refusal("invalid_metadata_schema");
        }

        return Encoding.UTF8.GetByteCount(metadata.ToJsonString()) > LargestMetadata ? throw new Refusal("metadata_too_large") : metadata;
    }
}
