"""Read by gunicorn wherever it starts in this folder; what is given on its command line goes before."""

# By default a client on the same machine, such as a proxy, may say where the site begins (SCRIPT_NAME): any page could
# then be had under any address, and a shared cache would keep it there.
forwarder_headers = ""
