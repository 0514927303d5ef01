using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>The three steps of an upload. slack.md §4.</summary>
internal sealed class FileRoutes(SlackWorld world, Poster poster)
{
    private const int LongestAltText = 1000;
    private const long LargestFile = 1024L * 1024 * 1024;
    private readonly PostingRights _rights = new(world);

    public IEnumerable<WebMethod> All() =>
    [
        new("files.getUploadURLExternal", Tier.Four, FollowerNotifier) { AnyOf = ["files:write"], TakesJson = false },
        new("files.completeUploadExternal", Tier.Four, Complete) { AnyOf = ["files:write"] },
        new("files.info", Tier.Four, Info) { AnyOf = ["files:read"], TakesJson = false },
        new("files.list", Tier.Three, List) { AnyOf = ["files:read"], TakesJson = false },
        new("files.delete", Tier.Three, Delete) { AnyOf = ["files:write"] },
    ];

    /// <summary>
    /// Step two: the bytes to the address of step one, raw or as a form's file. Raw under any content type: Python's slack_sdk calls them
    /// <c>application/x-www-form-urlencoded</c>.
    /// </summary>
    public async Task<WebReply> ReceiveAsync(HttpContext context, string ticket)
    {
        byte[] bytes;
        if (context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            bytes = form.Files.Count is 0 ? [] : await AllAsync(form.Files[0].OpenReadStream(), context.RequestAborted);
        }
        else
        {
            bytes = await AllAsync(context.Request.Body, context.RequestAborted);
        }

        lock (world.Gate)
        {
            if (world.Files.Values.FirstOrDefault(one => one.Ticket == ticket) is not { Bytes: null } file)
            {
                return new WebReply(404, "upload not found", "text/plain");
            }

            if (bytes.Length != file.Length)
            {
                return new WebReply(400, "bad content length", "text/plain");
            }

            file.Bytes = bytes;
            return new WebReply(200, $"OK - {bytes.Length}", "text/plain");
        }
    }

    private static async Task<byte[]> AllAsync(Stream stream, CancellationToken token)
    {
        await using (stream)
        {
            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer, token);
            return buffer.ToArray();
        }
    }

    private JsonObject FollowerNotifier(WebCall call)
    {
        var name = call.Required("filename");
        if (!long.TryParse(call.Optional("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is 0)
        {
            throw new Refusal("missing_argument");
        }

        if (length > LargestFile)
        {
            throw new Refusal("file_upload_size_restricted");
        }

        // The reference spells the argument one way, the SDKs the other.
        var alt = call.Optional("alt_txt") ?? call.Optional("alt_text");
        if (alt?.Length > LongestAltText)
        {
            throw new Refusal("alt_txt_too_large");
        }

        var file = new SlackFile(world.Ids.Next('F'), name, length) { AltText = alt };
        world.Files[file.Id] = file;
        return new JsonObject { ["upload_url"] = $"{world.Root}/upload/v1/{file.Ticket}", ["file_id"] = file.Id };
    }

    private JsonObject Complete(WebCall call)
    {
        if (call.Json("files", "invalid_arguments") is not JsonArray { Count: > 0 } entries)
        {
            throw Refusal.Missing("files");
        }

        var files = entries.Select(entry => (File: Uploaded(entry), Title: entry?["title"]?.ToString())).ToList();
        var channels = (call.Optional("channels") ?? call.Optional("channel_id"))?.Split(',') ?? [];
        if (channels.Length > 100)
        {
            throw new Refusal("channels_limit_exceeded");
        }

        var places = channels.Select(id => Place(call, id)).ToList();
        foreach (var (file, title) in files)
        {
            file.Title = title is { Length: > 0 } ? title : file.Title;
            file.CompletedAt = world.Now;
            file.ProcessedAt = world.Now + Duration.FromTimeSpan(world.Options.FileProcessing);
        }

        places.ForEach(place => Share(call, place, files.ConvertAll(one => one.File)));
        return new JsonObject { ["files"] = new JsonArray([.. files.Select(one => (JsonNode)one.File.ToJson(world))]) };
    }

    private SlackFile Uploaded(JsonNode? entry) =>
        entry?["id"]?.ToString() is { } id && world.Files.GetValueOrDefault(id) is { Bytes: not null, CompletedAt: null } file ? file : throw new Refusal("file_not_found");

    private (SlackChannel Channel, string? Thread) Place(WebCall call, string id)
    {
        var each = new WebCall(world, call.Arguments.DeepClone().AsObject());
        each.Arguments["channel"] = id;
        var channel = _rights.Open(each);
        call.Member(channel);
        return (channel, PostingRights.Thread(each, channel));
    }

    private void Share(WebCall call, (SlackChannel Channel, string? Thread) place, List<SlackFile> files)
    {
        var comment = call.Optional("initial_comment") ?? "";
        var complaints = new Complaints();
        var blocks = comment.Length > 0 ? null : call.Json("blocks", "invalid_blocks_format") as JsonArray;
        new BlockRules(world, complaints).Check(blocks ?? [], "/blocks", modal: false);
        if (complaints.Any)
        {
            throw new Refusal("invalid_blocks") { Complaints = complaints.All };
        }

        var message = poster.Create(place.Channel, world.Bot, new MessageDraft(comment, blocks, null), (place.Thread, null));
        message.Files.AddRange(files);
        files.ForEach(file => file.Shares.Add((place.Channel, message.Ts)));
    }

    private JsonObject Info(WebCall call) => new() { ["file"] = Known(call).ToJson(world), ["comments"] = new JsonArray() };

    private JsonObject List(WebCall call)
    {
        var channel = call.Optional("channel") is null ? null : call.Channel();
        var (count, page) = (call.Number("count", 100), call.Number("page", 1));
        var found = world.Files.Values.Where(file => file.CompletedAt is not null && (channel is null || file.Shares.Exists(share => share.Channel == channel))).Reverse().ToList();
        return new JsonObject
        {
            ["files"] = new JsonArray([.. found.Skip((page - 1) * count).Take(count).Select(file => (JsonNode)file.ToJson(world))]),
            ["paging"] = new JsonObject { ["count"] = count, ["total"] = found.Count, ["page"] = page, ["pages"] = (found.Count + count - 1) / Math.Max(count, 1) },
        };
    }

    private JsonObject Delete(WebCall call)
    {
        world.Files.Remove(Known(call).Id);
        return [];
    }

    private SlackFile Known(WebCall call) =>
        world.Files.GetValueOrDefault(call.Required("file")) is { CompletedAt: not null } file ? file : throw new Refusal("file_not_found");
}
