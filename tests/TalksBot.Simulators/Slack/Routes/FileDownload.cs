using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>The bytes at a file's <c>url_private</c>, for whoever shows the bot's token and may read files. slack.md §4.</summary>
internal sealed class FileDownload(SlackWorld world)
{
    public async Task SendAsync(HttpContext context, string key)
    {
        if (Find(context.Request, key) is not { } bytes)
        {
            await WebReply.Page(404).WriteAsync(context);
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Null when there is no such file, or none for this reader.</summary>
    private byte[]? Find(HttpRequest request, string key)
    {
        lock (world.Gate)
        {
            var mayRead = request.Headers.Authorization.ToString() == $"Bearer {world.BotToken}"
                && world.BotTokenFault is null
                && world.Options.Scopes.Contains("files:read", StringComparer.Ordinal);
            return mayRead && world.Files.GetValueOrDefault(key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..]) is { CompletedAt: not null } file ? file.Bytes : null;
        }
    }
}
