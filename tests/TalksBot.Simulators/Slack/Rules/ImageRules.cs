using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Images by address or by uploaded file; a file still in the malware scan is no image yet. slack.md §4 and §10.</summary>
internal sealed class ImageRules(SlackWorld world, Complaints complaints)
{
    public void Check(JsonObject image, string at)
    {
        complaints.Text(image, "alt_text", at, 2000, required: true);
        if (image["image_url"] is not null == image["slack_file"] is not null)
        {
            complaints.Add(at, "must provide exactly one of: image_url, slack_file");
            return;
        }

        if (image["slack_file"] is null)
        {
            var url = complaints.Text(image, "image_url", at, 3000, required: true);
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            {
                complaints.Add($"{at}/image_url", "must be a valid URL");
            }
        }
        else if (Find(world, image["slack_file"]) is not { } file || !file.IsImage || !file.IsReady(world.Now))
        {
            complaints.Add($"{at}/slack_file", "invalid slack file");
        }
    }

    /// <summary>The file a <c>slack_file</c> names by id or by address; null when there is none, or when it names both.</summary>
    public static SlackFile? Find(SlackWorld world, JsonNode? reference)
    {
        var (id, url) = (reference?["id"]?.ToString(), reference?["url"]?.ToString());
        if (id is null == url is null)
        {
            return null;
        }

        return world.Files.Values.FirstOrDefault(file => id is not null
            ? file.Id == id
            : url == file.PrivateUrl(world) || url == file.ToJson(world)["permalink"]!.ToString());
    }
}
