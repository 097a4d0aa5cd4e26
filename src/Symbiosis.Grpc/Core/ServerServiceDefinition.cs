namespace Grpc.Core;

/// <summary>A service with its handlers.</summary>
public class ServerServiceDefinition
{
    private readonly List<Action<ServiceBinderBase>> _additions;

    private ServerServiceDefinition(List<Action<ServiceBinderBase>> additions) => _additions = additions;

    /// <summary>Begins one.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Hands the methods to a binder, in order.</summary>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var add in _additions)
            add(serviceBinder);
    }

    /// <summary>Collects methods.</summary>
    public class Builder
    {
        private readonly Dictionary<string, Action<ServiceBinderBase>> _byName = [];
        private readonly List<Action<ServiceBinderBase>> _additions = [];

        /// <summary>Adds a method.</summary>
        /// <exception cref="ArgumentException">There is one of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);
            return Add(method.FullName, binder => binder.AddMethod(method, handler));
        }

        /// <summary>Adds a method.</summary>
        /// <exception cref="ArgumentException">There is one of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);
            return Add(method.FullName, binder => binder.AddMethod(method, handler));
        }

        /// <summary>Adds a method.</summary>
        /// <exception cref="ArgumentException">There is one of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);
            return Add(method.FullName, binder => binder.AddMethod(method, handler));
        }

        /// <summary>Adds a method.</summary>
        /// <exception cref="ArgumentException">There is one of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);
            return Add(method.FullName, binder => binder.AddMethod(method, handler));
        }

        /// <summary>Ends the collection.</summary>
        public ServerServiceDefinition Build() => new([.. _additions]);

        private Builder Add(string fullName, Action<ServiceBinderBase> addition)
        {
            _byName.Add(fullName, addition);
            _additions.Add(addition);
            return this;
        }
    }
}
