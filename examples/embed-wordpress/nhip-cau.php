<?php
/**
 * Plugin Name: Nhịp Cầu
 * Description: Shows articles of a Nhịp Cầu gateway from their address, pasted on a line of its own.
 * Version: 1.0.0
 * Requires at least: 6.5
 * License: MIT
 *
 * Copy this file to wp-content/mu-plugins/, and name your gateway in wp-config.php:
 * define( 'NHIP_CAU_GATEWAY', 'https://news.example.org' );
 */

defined( 'ABSPATH' ) || exit;
defined( 'NHIP_CAU_GATEWAY' ) || define( 'NHIP_CAU_GATEWAY', 'http://127.0.0.1:4000' );

add_action(
	'init',
	static function () {
		$gateway = untrailingslashit( NHIP_CAU_GATEWAY );
		foreach ( array( '/embed*', '/topics/*', '/events/*', '/sources/*' ) as $path ) {
			wp_oembed_add_provider( $gateway . $path, $gateway . '/oembed' );
		}
	}
);

// The widget, and the height of frames. Without it frames keep the height that the gateway reckons.
add_action(
	'wp_enqueue_scripts',
	static function () {
		wp_enqueue_script_module( 'nhip-cau', untrailingslashit( NHIP_CAU_GATEWAY ) . '/embed.js', array(), null );
	}
);
