using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk;

/// <summary>Declares commands and what does them.</summary>
internal static class CommandRegistry
{
    /// <summary>Adds a command to the book.</summary>
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, IDeclaredCommand
    {
        services.AddSingleton(TCommand.Spec.Announces ? TCommand.Spec with { Parameters = [.. TCommand.Spec.Parameters, Parameters.Post] } : TCommand.Spec);
        services.AddKeyedScoped<ICommand, TCommand>(TCommand.Spec.Path);
        return services;
    }
}
