using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>Puts a waiting fault around one request, whatever its door.</summary>
internal sealed class FaultGate(SlackWorld world, SlackFaults faults, SlackStats stats)
{
    public async Task RunAsync(HttpContext context, string method, Func<Task<WebReply>> work)
    {
        stats.Count(method);
        var fault = faults.Take(method);
        if (fault?.Kind is WebFaultKind.Delay)
        {
            await Task.Delay(fault.Wait, world.Options.Time, context.RequestAborted);
        }

        if (fault?.Kind is WebFaultKind.DropBeforeCommit)
        {
            context.Abort();
            return;
        }

        var reply = Instead(fault) ?? await work();
        if (fault?.Kind is WebFaultKind.DropAfterCommit)
        {
            context.Abort();
            return;
        }

        if (fault?.Kind is WebFaultKind.ErrorAfterCommit)
        {
            reply = WebReply.Of(new Refusal(fault.Error).ToJson());
        }

        stats.Count(reply.Status);
        await reply.WriteAsync(context);
    }

    /// <summary>Null when the work is to be done all the same.</summary>
    private static WebReply? Instead(WebFault? fault) => fault?.Kind switch
    {
        WebFaultKind.ErrorBeforeCommit => WebReply.Of(new Refusal(fault.Error).ToJson()),
        WebFaultKind.Unavailable => new WebReply(503, "", "text/plain"),
        WebFaultKind.HtmlPage => WebReply.Page(502),
        WebFaultKind.HtmlAsSuccess => WebReply.Page(200),
        WebFaultKind.RateLimited => WebReply.TooMany(Duration.FromTimeSpan(fault.Wait)),
        _ => null,
    };
}
