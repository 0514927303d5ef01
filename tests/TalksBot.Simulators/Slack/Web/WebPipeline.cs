using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>The life of a Web API request: body, token, scopes, pace, method, answer. slack.md §1.</summary>
internal sealed class WebPipeline(SlackWorld world, IEnumerable<WebMethod> methods, FaultGate gate, SlackStats stats)
{
    private readonly Dictionary<string, WebMethod> _methods = methods.ToDictionary(method => method.Name, StringComparer.Ordinal);
    private readonly Admission _admission = new(world);
    private readonly PaceBook _paces = new(world.Options);

    public Task HandleAsync(HttpContext context, string name) => gate.RunAsync(context, name, () => AnswerAsync(context, name));

    private async Task<WebReply> AnswerAsync(HttpContext context, string name)
    {
        if (!_methods.TryGetValue(name, out var method))
        {
            return Refused(name, new Refusal("unknown_method"));
        }

        WebReply reply;
        try
        {
            if (method.AppLevel && !HttpMethods.IsPost(context.Request.Method))
            {
                throw new Refusal("insecure_request");
            }

            var arguments = await BodyReader.ReadAsync(context.Request, method.TakesJson, context.RequestAborted);
            lock (world.Gate)
            {
                reply = Run(context.Request, method, arguments);
            }
        }
        catch (Refusal refusal)
        {
            reply = Refused(name, refusal);
        }

        reply.Headers["x-oauth-scopes"] = string.Join(',', _admission.Provided(method));
        if (method.AnyOf.Count > 0)
        {
            reply.Headers["x-accepted-oauth-scopes"] = string.Join(',', method.AnyOf);
        }

        return reply;
    }

    private WebReply Run(HttpRequest request, WebMethod method, JsonObject arguments)
    {
        _admission.Admit(request, method, arguments);
        var call = new WebCall(world, arguments);
        if (_paces.Take(method, call.Optional("channel"), world.Now) is { } wait)
        {
            return WebReply.TooMany(wait);
        }

        var answer = new JsonObject { ["ok"] = true };
        foreach (var (key, value) in method.Handle(call).ToList())
        {
            answer[key] = value?.DeepClone();
        }

        if (call.Warnings.Count > 0)
        {
            answer["warning"] = string.Join(',', call.Warnings);
            answer["response_metadata"] ??= new JsonObject();
            answer["response_metadata"]!["warnings"] = new JsonArray([.. call.Warnings.Select(one => (JsonNode)one)]);
        }

        return WebReply.Of(answer);
    }

    private WebReply Refused(string method, Refusal refusal)
    {
        stats.CountError(refusal.Error);
        if (refusal.Complaints.Count > 0)
        {
            stats.AddInvalid(method, refusal.Complaints);
        }

        return WebReply.Of(refusal.ToJson());
    }
}
