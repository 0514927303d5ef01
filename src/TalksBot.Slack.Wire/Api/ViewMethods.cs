using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Forms (slack.md §9).</summary>
public sealed class ViewMethods
{
    private readonly ApiTransport _transport;

    internal ViewMethods(ApiTransport transport) => _transport = transport;

    /// <summary>Shows a form to whoever acted, within three seconds and once (<c>expired_trigger_id</c> and the like after).</summary>
    public async Task<SlackAnswer<SlackView>> OpenAsync(
        string triggerId, ViewDraft view, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.OpenView, RequestBody.Json(new(triggerId, view), WireJson.Default.OpenViewArguments)),
            WireJson.Default.ViewReply,
            cancellationToken);
        return answer.Select(reply => reply.View);
    }

    /// <summary>Shows somebody the app's own page from now on; <c>not_enabled</c> where the app has none (slack.md §9).</summary>
    public async Task<SlackAnswer<SlackView>> PublishAsync(string userId, HomeDraft view, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.PublishView, RequestBody.Json(new(userId, view), WireJson.Default.PublishViewArguments)),
            WireJson.Default.ViewReply,
            cancellationToken);
        return answer.Select(reply => reply.View);
    }

    /// <summary><c>blocks.validate</c>, since June 2026: has Slack judge a form without showing it; <c>unknown_method</c> where a server is older.</summary>
    public Task<SlackAnswer<NoContent>> ValidateAsync(ViewDraft view, CancellationToken cancellationToken) =>
        _transport.SendAsync(new(ApiMethod.ValidateBlocks, RequestBody.Json(new(view), WireJson.Default.ValidateArguments)), cancellationToken);
}

/// <summary>Which page to show to whom.</summary>
internal sealed record PublishViewArguments(string UserId, HomeDraft View);

/// <summary>Which form to judge.</summary>
internal sealed record ValidateArguments(ViewDraft View);

/// <summary>Which form to show to whom.</summary>
internal sealed record OpenViewArguments(string TriggerId, ViewDraft View);

/// <summary>An answer with a form in it.</summary>
internal sealed record ViewReply(SlackView View);
