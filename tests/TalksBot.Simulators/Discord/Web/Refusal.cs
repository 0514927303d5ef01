using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>
/// Discord's refusal of a request, thrown by a route and turned into its answer in one place (<see cref="RestPipeline"/>),
/// so that each route reads as its happy path. Protocol sheet §11.
/// </summary>
internal sealed class Refusal(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public JsonObject? Errors { get; init; }

    /// <summary>Set on 429 only.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string Scope { get; init; } = "user";

    /// <summary>Said by Cloudflare in front of the API, which leaves out the API's own <c>Via</c>.</summary>
    public bool ByCloudflare { get; init; }

    public static Refusal Unauthorized => new(401, 0, "401: Unauthorized");

    public static Refusal NotFound => new(404, 0, "404: Not Found");

    public static Refusal UnknownChannel => new(404, 10003, "Unknown Channel");

    public static Refusal UnknownGuild => new(404, 10004, "Unknown Guild");

    public static Refusal UnknownMessage => new(404, 10008, "Unknown Message");

    public static Refusal UnknownUser => new(404, 10013, "Unknown User");

    public static Refusal UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static Refusal UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static Refusal UnknownCommand => new(404, 10063, "Unknown application command");

    public static Refusal MissingAccess => new(403, 50001, "Missing Access");

    public static Refusal MissingPermissions => new(403, 50013, "Missing Permissions");

    public static Refusal EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static Refusal ArchivedThread => new(400, 50083, "Tried to perform an operation on an archived thread, such as editing a message or adding a user to the thread");

    public RestReply ToReply()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = code };
        if (Errors is not null)
        {
            body["errors"] = Errors;
        }

        var reply = RetryAfter is { } wait ? RestReply.TooMany(wait, Scope, code) : new RestReply(status, body);
        if (ByCloudflare)
        {
            reply.Headers.Remove("Via");
        }

        return reply;
    }
}
